using Isthmus.Cli.Clients;
using Isthmus.Cli.Replay.Planning;
using Isthmus.Cli.Replay.Playing;
using Isthmus.Cli.Replay.Proving;
using Isthmus.Cli.Replay.Reporting;
using Isthmus.Cli.Stack;

namespace Isthmus.Cli.Replay;

/// <summary>Plays a plan through a running stack, waits until it is settled, and proves the result.</summary>
internal sealed class ReplayRun(LocalStack stack, ReplayPlan plan, ReplayOptions options, Action<string> tell)
{
    private readonly Settlement settlement = new(stack.App, options.Patience);

    public async Task<ReplayResult> RunAsync(CancellationToken cancel)
    {
        tell($"Seeding {plan.Items.Count} articles");
        await Catalogue.SeedAsync(stack.Sandbox, plan.Items, cancel);
        var before = await stack.Sandbox.CallsAsync(cancel);
        var checkouts = new Checkouts(stack.Sandbox, options.Concurrency);
        var started = TimeProvider.System.GetTimestamp();
        var paid = await checkouts.PayAsync(plan.Orders, done => tell($"Paying {done} of {plan.Orders.Count} orders"), cancel);
        await settlement.UntilAsync(IsThrough, counts => tell(Words(counts)), cancel);
        var seconds = TimeProvider.System.GetElapsedTime(started).TotalSeconds;
        var after = await stack.Sandbox.CallsAsync(cancel);
        var refunds = await checkouts.RefundAsync(plan.Cancellations, paid, cancel);
        if (refunds > 0) await settlement.UntilAsync(counts => AreBack(counts, refunds), counts =>
            tell($"Refunding: {counts.Ended(RunCounts.Refund)} of {refunds} in Zoho, {counts.Ended(RunCounts.CreditToSage)} in Sage"), cancel);
        tell("Comparing the ledgers");
        return await ProveAsync(paid, seconds, Difference(before, after), cancel);
    }

    private bool IsThrough(RunCounts counts) =>
        counts.Ended(RunCounts.OrderToCash) >= plan.Orders.Count
        && counts.Ended(RunCounts.ToSage) >= counts.Of(RunCounts.OrderToCash, "done");

    private static bool AreBack(RunCounts counts, int refunds) =>
        counts.Ended(RunCounts.Refund) >= refunds
        && counts.Ended(RunCounts.CreditToSage) >= counts.Of(RunCounts.Refund, "done");

    private string Words(RunCounts counts) =>
        $"Settling: {counts.Ended(RunCounts.OrderToCash)} of {plan.Orders.Count} in Zoho, {counts.Ended(RunCounts.ToSage)} in Sage";

    private async Task<ReplayResult> ProveAsync(
        List<PaidOrder> paid, double seconds, Dictionary<string, long> calls, CancellationToken cancel)
    {
        var ledger = await stack.Sandbox.LedgerAsync(cancel);
        var toCash = await stack.App.RunsAsync(RunCounts.OrderToCash, cancel);
        var toSage = await stack.App.RunsAsync(RunCounts.ToSage, cancel);
        var refunds = await stack.App.RunsAsync(RunCounts.Refund, cancel);
        var credits = await stack.App.RunsAsync(RunCounts.CreditToSage, cancel);
        var charged = await StripeCharges.ReadAsync(stack.Sandbox, cancel);
        var back = RefundProof.Of(
            await StripeRefunds.ReadAsync(stack.Sandbox, cancel), ledger,
            refunds.Concat(credits).Where(run => run.IsDeadLettered).Select(run => run.Key).ToHashSet());
        var proof = Proof.Of(paid, charged, Ledgers.Read(ledger), DeadLetters.Intents(toCash, toSage, ledger)).Net(back);
        var latencies = Latencies.Of(paid, ledger, toSage);
        return new ReplayResult(proof)
        {
            Orders = paid.Count, Skipped = plan.Skipped.Count, Settled = proof.Settled, DeadLettered = proof.DeadLettered,
            Lost = proof.Lost.Count, Doubled = proof.Doubled.Count, Different = proof.Different.Count,
                Refunds = plan.Cancellations.Count,
            RefundsSettled = back.Settled, RefundsDeadLettered = back.DeadLettered,
            CancellationsShortened = plan.Cancellations.Count(cancellation => cancellation.Beyond > 0), StripeTotal = proof.StripeTotal, ZohoTotal = proof.ZohoTotal,
                SageTotal = proof.SageTotal,
            Seconds = Math.Round(seconds, 3), OrdersPerSecond = Math.Round(proof.Settled / seconds, 2),
            P50Ms = latencies.P50, P99Ms = latencies.P99, Currency = Checkouts.Currency.ToUpperInvariant(),
            CallsPerOrder = calls.ToDictionary(vendor => vendor.Key, vendor =>
                Math.Round((double)vendor.Value / Math.Max(1, paid.Count), 2)),
            SkippedBecause = plan.Skipped.GroupBy(s => s.Reason).ToDictionary(same => same.Key, same => same.Count())
        };
    }

    private static Dictionary<string,
        long> Difference(IReadOnlyDictionary<string, long> before, IReadOnlyDictionary<string, long> after) =>
        after.ToDictionary(vendor => vendor.Key, vendor => vendor.Value - before.GetValueOrDefault(vendor.Key));
}
