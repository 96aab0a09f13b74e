using Isthmus.Bench.Chaos.Checks;
using Isthmus.Cli.Replay.Playing;
using Isthmus.Cli.Stack;

namespace Isthmus.Bench.Chaos;

/// <summary>Pays orders while the app is killed and the vendors fail, waits until all is quiet, and checks what came of it.</summary>
internal sealed class ChaosRun(ChaosOptions options, Action<string> tell)
{
    private const int CustomersAtOnce = 8;
    private static readonly int[] RetrySeconds = [1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144];
    private readonly ChaosPlan plan = new(options);

    public async Task<ChaosResult> RunAsync(CancellationToken cancel)
    {
        tell("Starting the app and the sandbox");
        await using var stack = await LocalStack.StartAsync(options.Stack, cancel);
        await PrepareAsync(stack, cancel);
        var checkouts = new Checkouts(stack.Sandbox, CustomersAtOnce);
        await checkouts.EnrolAsync(plan.Orders, cancel);
        var faults = new ChaosFaults(stack.Sandbox, options.FaultRate);
        await faults.ArmAsync(cancel);

        var started = TimeProvider.System.GetTimestamp();
        var killer = new Killer(stack, plan.Lives());
        var paid = await PayAndKillAsync(checkouts, killer, cancel);
        await new Quiet(stack, options, tell).WaitAsync(cancel);
        var seconds = TimeProvider.System.GetElapsedTime(started).TotalSeconds;
        var happened = await faults.DisarmAsync(cancel);
        tell("Checking");
        var verdict = await new Verification(stack, paid).RunAsync(cancel);
        return new ChaosResult
        {
            Seed = options.Seed, Orders = paid.Count, Kills = killer.Kills, KillsInStart = killer.InStart, Faults = happened,
            Seconds = Math.Round(seconds, 1), Findings = verdict.Findings, AuditEntries = verdict.AuditEntries,
            StripeTotal = verdict.Proof.StripeTotal, ZohoTotal = verdict.Proof.ZohoTotal, SageTotal = verdict.Proof.SageTotal,
        };
    }

    private async Task PrepareAsync(LocalStack stack, CancellationToken cancel)
    {
        // A token for every start is more than Zoho gives; webhooks come again in seconds, not in hours.
        await stack.Sandbox.PostAsync("/_sandbox/settings", new Dictionary<string, object>
        {
            ["zoho-inventory"] = new { tokensPerTenMinutes = 1_000_000 },
            ["stripe"] = new { webhookRetrySeconds = RetrySeconds },
        }, cancel);
        await Catalogue.SeedAsync(stack.Sandbox, plan.Items, cancel);
    }

    private async Task<List<PaidOrder>> PayAndKillAsync(Checkouts checkouts, Killer killer, CancellationToken cancel)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var paying = PayAsync(checkouts, killer, end.Token);
        int? enough = null;
        var killing = killer.RunAsync(
            () => paying.IsCompleted && killer.Kills >= (enough ??= killer.Kills + options.LastKills), end.Token);
        // What goes wrong with the one ends the other.
        if (await Task.WhenAny(paying, killing) is { IsCompletedSuccessfully: false }) await end.CancelAsync();
        await Task.WhenAll(paying, killing);
        return await paying;
    }

    private async Task<List<PaidOrder>> PayAsync(Checkouts checkouts, Killer killer, CancellationToken cancel)
    {
        var paid = new List<PaidOrder>(plan.Orders.Count);
        foreach (var (order, pause) in plan.Orders.Zip(plan.Pauses()))
        {
            await Task.Delay(pause, TimeProvider.System, cancel);
            paid.Add(await checkouts.PayAsync(order, cancel));
            tell($"Paying {paid.Count} of {plan.Orders.Count} orders, {killer.Kills} kills");
        }
        return paid;
    }
}
