using System.Text.Json;

namespace Isthmus.Cli.Replay.Proving;

/// <summary>Compares the systems refund by refund: one refund of a credit note in Zoho, one credit in Sage, to the cent.</summary>
/// <param name="Settled">Refunds that stand exactly once everywhere, with equal amounts.</param>
/// <param name="DeadLettered">Refunds that wait for a person.</param>
/// <param name="Lost">Refunds that are missing somewhere though nothing says so.</param>
/// <param name="Doubled">What stands once too often.</param>
/// <param name="Different">What stands once but does not agree.</param>
/// <param name="Stripe">What Stripe gave back.</param>
/// <param name="Zoho">What Zoho shows as refunded.</param>
/// <param name="Sage">What Sage's credits come to.</param>
internal sealed record RefundProof(
    int Settled, int DeadLettered, IReadOnlyList<string> Lost, IReadOnlyList<string> Doubled, IReadOnlyList<string> Different,
    decimal Stripe, decimal Zoho, decimal Sage)
{
    /// <summary>Proves.</summary>
    /// <param name="refunds">What Stripe gave back.</param>
    /// <param name="ledger">What the other systems hold.</param>
    /// <param name="deadLetters">Refunds, and credit notes on their way to Sage, that ended in a dead letter.</param>
    public static RefundProof Of(IReadOnlyList<StripeRefund> refunds, JsonElement ledger, IReadOnlySet<string> deadLetters)
    {
        var records = Rows(ledger, "zoho-inventory", "creditnote_refunds").ToLookup(record => Text(record, "reference_number"));
        var memos = Rows(ledger, "sage-100", "invoices").Where(memo => Text(memo, "InvoiceType") == "CM")
            .ToLookup(memo => Text(memo, "UDF_EXTERNAL_ID"));
        var (lost, doubled, different, settled, dead) = (new List<string>(), new List<string>(), new List<string>(), 0, 0);
        foreach (var refund in refunds)
        {
            var inZoho = records[refund.Id].ToList();
            var note = inZoho.Count == 0 ? "" : Text(inZoho[0], "creditnote_id");
            var inSage = memos["zoho:" + note].ToList();
            if (deadLetters.Contains(refund.Id) || deadLetters.Contains(note)) { dead++; continue; }
            var before = lost.Count + doubled.Count + different.Count;
            foreach (var (place, found, amount) in new[] { ("Zoho refund", inZoho, "amount"), ("Sage credit memo", inSage, "Total") })
            {
                if (found.Count == 0) lost.Add($"{refund.Id}: no {place} for it");
                if (found.Count > 1) doubled.Add($"{refund.Id}: {found.Count} times {place}");
                if (found.Count == 1 && Amount(found[0], amount) * 100 != refund.Amount)
                    different.Add($"{refund.Id}: the {place} says {Amount(found[0], amount)}, Stripe gave back {refund.Amount / 100m}");
            }
            if (lost.Count + doubled.Count + different.Count == before) settled++;
        }
        var known = refunds.Select(refund => refund.Id).ToHashSet();
        doubled.AddRange(records.Where(same => !known.Contains(same.Key)).Select(same => $"The Zoho refund {same.Key} belongs to no refund of Stripe"));
        return new RefundProof(
            settled, dead, lost, doubled, different, refunds.Sum(refund => refund.Amount) / 100m,
            records.SelectMany(same => same).Sum(record => Amount(record, "amount")),
            memos.SelectMany(same => same).Sum(memo => Amount(memo, "Total")));
    }

    private static JsonElement.ArrayEnumerator Rows(JsonElement ledger, string vendor, string kind) =>
        ledger.GetProperty(vendor).GetProperty(kind).EnumerateArray();

    private static string Text(JsonElement record, string name) => record.GetProperty(name).ToString();

    /// <summary>Memos are positive in entry and negative in history.</summary>
    private static decimal Amount(JsonElement record, string name) => Math.Abs(record.GetProperty(name).GetDecimal());
}
