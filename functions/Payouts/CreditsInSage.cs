using System.Text.Json;
using Isthmus.Connectors.Sage100;
using Isthmus.Core.CrossReferences;
using Isthmus.Core.Reconciliation;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.Payouts;

/// <summary>
/// What Sage has of a day's refunds: the credit memos of their credit notes, in entry or posted. A credit note may be paid back in
/// parts and on several days, so a memo stands for each part as long as it covers them.
/// </summary>
public sealed class CreditsInSage(SageAgentClient sage, CrossReferenceStore references, StripeAmounts amounts)
{
    private static readonly string[] Amounts = ["TaxableAmt", "NonTaxableAmt", "FreightAmt", "SalesTaxAmt"];

    /// <summary>Credits, by refund.</summary>
    public async Task<List<BookedMoney>> ReadAsync(IReadOnlyList<BookedMoney> refunds)
    {
        var byNote = new Dictionary<string, List<BookedMoney>>(StringComparer.Ordinal);
        foreach (var refund in refunds)
        {
            if (await references.FindAsync(refund.Key, RefundRecords.Target) is not { Number: { } note }) continue;
            if (!byNote.TryGetValue(note, out var parts)) byNote[note] = parts = [];
            parts.Add(refund);
        }
        var found = new List<BookedMoney>();
        foreach (var (note, parts) in byNote)
        {
            if (await references.FindAsync(note, "sage-100.creditmemo") is not { } memo || await TotalAsync(memo.Id) is not { } total) continue;
            found.AddRange(Covered(memo.Id, amounts.Minor(total, parts[0].Currency), parts));
        }
        return found;
    }

    private static IEnumerable<BookedMoney> Covered(string memo, long total, List<BookedMoney> parts)
    {
        foreach (var part in parts)
        {
            var booked = Math.Min(total, -part.Minor);
            total -= booked;
            yield return part with { Record = memo, Minor = -booked };
        }
    }

    private async Task<decimal?> TotalAsync(string memo)
    {
        var key = new Dictionary<string, string> { ["InvoiceNo"] = memo };
        if (await sage.ReadAsync("SO_Invoice", key, CancellationToken.None) is { } entered) return Total(entered);
        await foreach (var posted in sage.QueryAsync("AR_InvoiceHistory", null, key, null, CancellationToken.None)) return Total(posted);
        return null;
    }

    /// <summary>Positive in entry, negative in history.</summary>
    private static decimal Total(JsonElement memo) => Math.Abs(
        Amounts.Sum(column => memo.FindNumber(column) ?? 0m) - (memo.FindNumber("DiscountAmt") ?? 0m));
}
