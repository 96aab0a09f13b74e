using System.Text.Json;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Properties;

/// <summary>Every payout is explained to the minor unit, with all of its lines and no other, and is in the books once.</summary>
internal static class PayoutProof
{
    public static async Task FindAsync(World world, Ledger ledger, bool everythingCured, Findings findings)
    {
        var entries = ledger.Of("sage-100", "journals").Select(journal => journal.Text("UDF_EXTERNAL_ID")).ToLookup(key => key);
        foreach (var payout in ledger.Of("stripe", "payouts"))
        {
            var (id, status) = (payout.Text("id"), payout.Text("status"));
            var (there, back) = (entries["stripe:" + id].Count(), entries[$"stripe:{id}:reversed"].Count());
            var right = status is "failed" or "canceled" ? !everythingCured || there == back
                : back == 0 && (there == 1 || !everythingCured || TooFine(payout));
            findings.Expect(right, $"{id} is {status} with {there} entries, {back} taken back");
            if (status != "paid" || payout.Text("reconciliation_status") != "completed" || !everythingCured) continue;
            await ExplainedAsync(world, payout, findings);
        }
    }

    /// <summary>Sage's ledger holds two decimals.</summary>
    private static bool TooFine(JsonElement payout) => new Payment("", null, 0, payout.Text("currency")).Units == 1000;

    private static async Task ExplainedAsync(World world, JsonElement payout, Findings findings)
    {
        var id = payout.Text("id");
        var answer = await world.App.GetAsync($"/api/reconciliation/{id}?limit=500");
        findings.Expect(answer.IsSuccessStatusCode, $"{id} was not looked at");
        if (!answer.IsSuccessStatusCode) return;
        using var shown = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync());
        var head = shown.RootElement.GetProperty("payout");
        findings.Expect(head.Text("state") == "balanced", $"{id} is {head.Text("state")}: {head.Text("note")}");
        findings.Expect(head.GetProperty("totals").GetProperty("open").GetInt32() == 0, $"{id} counts open lines at rest: {head.Text("totals")}");
        var lines = shown.RootElement.GetProperty("lines").GetProperty("items").EnumerateArray().ToList();
        var net = lines.Where(line => line.Text("kind") != "payout").Sum(line => line.GetProperty("net").GetInt64());
        findings.Expect(net == payout.GetProperty("amount").GetInt64(), $"{id} of {payout.Text("amount")} has lines of {net}");
        var theirs = (await world.StripeAsync($"/v1/balance_transactions?payout={id}&limit=100")).GetProperty("data").EnumerateArray()
            .Select(line => line.Text("id")).Order();
        findings.Expect(theirs.SequenceEqual(lines.Select(line => line.Text("id")).Order()), $"{id} has other lines than Stripe says");
        foreach (var open in lines.Where(line => line.Text("state") == "open"))
            findings.Expect(false, $"a line of {id} is open at rest: {open}");
    }
}
