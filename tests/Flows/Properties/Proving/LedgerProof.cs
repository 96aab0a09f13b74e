using Isthmus.Flows.Tests.Operators;
using Isthmus.Flows.Tests.Support;
using AllFlows = Isthmus.Functions.Operators.Flows;

namespace Isthmus.Flows.Tests.Properties;

/// <summary>Our own books: counts balance, dead letters are explained, the audit holds, nobody's name is in them.</summary>
internal static class LedgerProof
{
    public static async Task FindAsync(World world, HeardLog log, bool everythingCured, Findings findings)
    {
        var balance = await world.GetAsync("/api/runs/balance");
        findings.Expect(balance.GetProperty("balanced").GetBoolean(), $"the counts do not balance: {balance}");
        var audit = await world.GetAsync("/api/audit/verify");
        findings.Expect(audit.GetProperty("ok").GetBoolean(), $"the audit does not verify: {audit}");
        var letters = await Repairs.LettersAsync(world);
        // What was resubmitted and waits for money that may still come keeps its entry until it has an end.
        var waiting = (await Repairs.ItemsAsync(world, "/api/runs?flow=order-to-cash&state=waiting&limit=500"))
            .Select(run => run.GetProperty("id").GetString()).ToHashSet();
        foreach (var letter in letters)
        {
            var failure = letter.GetProperty("failure");
            findings.Expect(letter.GetProperty("owner").GetString() is { Length: > 0 }, $"a dead letter has no owner: {letter}");
            findings.Expect(failure.GetProperty("cure").GetString() is { Length: > 0 }, $"a dead letter has no cure: {letter}");
            findings.Expect(failure.GetProperty("class").GetString() != "bug", $"a dead letter of our own making: {letter}");
            findings.Expect(
                !everythingCured || waiting.Contains(letter.GetProperty("runId").GetString()), $"a dead letter that nothing cures: {letter}");
        }
        var dead = await Repairs.ItemsAsync(world, "/api/runs?flow=order-to-cash&state=deadLettered&limit=500");
        var entered = letters.Select(letter => letter.GetProperty("runId").GetString()).ToHashSet();
        foreach (var run in dead)
            findings.Expect(entered.Contains(run.GetProperty("id").GetString()), $"a dead-lettered run has no entry: {run}");
        if (everythingCured) await WaitingAsync(world, findings);
        await NamesAsync(world, log, findings);
    }

    /// <summary>When nobody owes anything any more, only orders wait: for money that may still come.</summary>
    private static async Task WaitingAsync(World world, Findings findings)
    {
        foreach (var flow in AllFlows.All.Where(flow => flow != "order-to-cash"))
            foreach (var run in await Repairs.ItemsAsync(world, $"/api/runs?flow={flow}&state=waiting&limit=500"))
                findings.Expect(false, $"a run waits in vain: {run}");
    }

    private static async Task NamesAsync(World world, HeardLog log, Findings findings)
    {
        var places = new Dictionary<string, string>
        {
            ["audit"] = $"{await world.GetAsync("/api/audit?limit=500")}",
            ["dead letters"] = $"{await world.GetAsync("/api/dead-letters?limit=500")}"
                + $"{await world.GetAsync("/api/dead-letters?closed=true&limit=500")}",
            ["runs"] = $"{await world.GetAsync("/api/runs?flow=order-to-cash&limit=500")}"
                + $"{await world.GetAsync("/api/runs?flow=sales-order-to-sage&limit=500")}",
            ["log"] = string.Join('\n', log.Lines),
        };
        foreach (var (place, text) in places)
        {
            foreach (var secret in Shoppers.Secrets)
            {
                var at = text.IndexOf(secret, StringComparison.OrdinalIgnoreCase);
                var from = Math.Max(0, at - 120);
                findings.Expect(at < 0, $"the {place} names a person: {(at < 0 ? "" : text[from..Math.Min(text.Length, from + 240)])}");
            }
        }
    }
}
