using System.Text.Json;
using Isthmus.Cli.Clients;
using Isthmus.Cli.Replay.Playing;
using Isthmus.Cli.Replay.Proving;
using Isthmus.Cli.Stack;

namespace Isthmus.Bench.Chaos.Checks;

/// <summary>What came of a run: nothing was found when it is as it should be.</summary>
internal sealed record Verdict(IReadOnlyList<string> Findings, Proof Proof, long AuditEntries);

/// <summary>
/// Everything that must hold when all is quiet, whatever happened before: the vendors' ledgers, the runs and their balance, the
/// dead letters, the audit, and the store itself, which is read after one more kill.
/// </summary>
internal sealed class Verification(LocalStack stack, IReadOnlyList<PaidOrder> paid)
{
    private readonly List<string> findings = [];

    public async Task<Verdict> RunAsync(CancellationToken cancel)
    {
        var ledger = await stack.Sandbox.LedgerAsync(cancel);
        var proof = await ProveAsync(ledger, cancel);
        await RunsAsync(cancel);
        await DeadLettersAsync(cancel);
        var entries = await AuditCheck.RunAsync(stack.App, ledger, findings, cancel);
        await stack.KillAppAsync();
        findings.AddRange(await StoreCheck.RunAsync(stack.Options.Home, cancel));
        return new Verdict(findings, proof, entries);
    }

    private async Task<Proof> ProveAsync(JsonElement ledger, CancellationToken cancel)
    {
        var charged = await StripeCharges.ReadAsync(stack.Sandbox, cancel);
        var proof = Proof.Of(paid, charged, Ledgers.Read(ledger), new HashSet<string>());
        findings.AddRange([.. proof.Lost, .. proof.Doubled, .. proof.Different]);
        if (proof.StripeTotal != proof.ZohoTotal || proof.StripeTotal != proof.SageTotal)
            findings.Add($"Totals: Stripe {proof.StripeTotal}, Zoho {proof.ZohoTotal}, Sage {proof.SageTotal}");
        return proof;
    }

    private async Task RunsAsync(CancellationToken cancel)
    {
        var counts = await stack.App.CountsAsync(cancel);
        foreach (var flow in (string[])[RunCounts.OrderToCash, RunCounts.ToSage])
        {
            if (counts.Of(flow, "done") != paid.Count || counts.All(flow) != paid.Count)
                findings.Add($"Runs of {flow}: {counts.Of(flow, "done")} of {counts.All(flow)} are done; {paid.Count} orders were paid");
        }
        var balance = await stack.App.GetAsync("/api/runs/balance", cancel);
        if (!balance.GetProperty("balanced").GetBoolean()) findings.Add($"The runs do not balance: {balance.GetProperty("flows")}");
    }

    private async Task DeadLettersAsync(CancellationToken cancel)
    {
        var letters = await stack.App.GetAsync("/api/dead-letters", cancel);
        findings.AddRange(letters.GetProperty("items").EnumerateArray().Select(letter => $"Dead letter: {letter.GetRawText()}"));
    }
}
