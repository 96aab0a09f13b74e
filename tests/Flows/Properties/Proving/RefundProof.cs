using System.Text.Json;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Properties;

/// <summary>Compares every refund at Stripe with its record in Zoho, and every credit note that was paid back with its memo in Sage.</summary>
internal static class RefundProof
{
    public static void Find(Ledger ledger, bool everythingCured, Findings findings)
    {
        var booked = ledger.Of("zoho-inventory", "creditnote_refunds")
            .Where(record => record.Text("reference_number").Length > 0).ToLookup(record => record.Text("reference_number"));
        // An authorisation that was let go is shown as a refund.
        var captured = ledger.Of("stripe", "charges").Where(charge => charge.GetProperty("captured").GetBoolean())
            .Select(charge => charge.Text("id")).ToHashSet();
        var refunds = ledger.Of("stripe", "refunds").Where(refund => captured.Contains(refund.Text("charge"))).ToList();
        foreach (var refund in refunds) One(refund, [.. booked[refund.Text("id")]], everythingCured, findings);
        var known = refunds.Select(refund => refund.Text("id")).ToHashSet();
        foreach (var stray in booked.Where(records => !known.Contains(records.Key)))
            findings.Expect(false, $"Zoho shows {stray.Key} as paid back, which Stripe does not know");
        NeverMoreThanCame(ledger, refunds, findings);
        Notes(ledger, booked, everythingCured, findings);
    }

    private static void One(JsonElement refund, List<JsonElement> records, bool everythingCured, Findings findings)
    {
        var (id, status) = (refund.Text("id"), refund.Text("status"));
        if (status != "succeeded")
        {
            findings.Expect(records.Count == 0, $"{id} is {status}, but Zoho shows it as paid back");
            return;
        }
        findings.Expect(records.Count == 1 || (!everythingCured && records.Count == 0), $"{id} has {records.Count} records in Zoho");
        var amount = refund.GetProperty("amount").GetInt64() / Units(refund.Text("currency"));
        if (records.Count == 1) findings.Expect(records[0].Number("amount") == amount, $"{id} of {amount} is {records[0].Number("amount")} in Zoho");
    }

    private static void NeverMoreThanCame(Ledger ledger, IReadOnlyList<JsonElement> refunds, Findings findings)
    {
        var back = refunds.Where(refund => refund.Text("status") == "succeeded").ToLookup(refund => refund.Text("charge"));
        foreach (var charge in ledger.Of("stripe", "charges"))
        {
            var sum = back[charge.Text("id")].Sum(refund => refund.GetProperty("amount").GetInt64());
            findings.Expect(sum <= charge.GetProperty("amount_captured").GetInt64(), $"{sum} of {charge.Text("id")} went back");
        }
    }

    private static void Notes(Ledger ledger, ILookup<string, JsonElement> booked, bool everythingCured, Findings findings)
    {
        var notes = ledger.Of("zoho-inventory", "creditnotes").Where(note => note.Text("status") != "void").ToList();
        findings.Once(
            notes.Select(note => note.Text("reference_number")).Where(key => key.StartsWith("re_", StringComparison.Ordinal)), "credit notes");
        var memos = ledger.Of("sage-100", "invoices")
            .Where(memo => memo.Text("InvoiceType") == "CM").ToLookup(memo => memo.Text("UDF_EXTERNAL_ID"));
        findings.Once(memos.SelectMany(same => same).Select(memo => memo.Text("UDF_EXTERNAL_ID")), "credit memos");
        var paidBack = booked.SelectMany(records => records).Select(record => record.Text("creditnote_id")).ToHashSet();
        foreach (var note in notes.Where(note => paidBack.Contains(note.Text("creditnote_id"))))
        {
            var (memo, number, total) =
                (memos["zoho:" + note.Text("creditnote_id")].ToList(), note.Text("creditnote_number"), note.Number("total"));
            findings.Expect(memo.Count > 0 || !everythingCured, $"credit note {number} is not in Sage");
            if (memo.Count > 0) findings.Expect(
                Math.Abs(memo[0].Number("Total")) == total, $"credit note {number} of {total} is {memo[0].Number("Total")} in Sage");
        }
    }

    private static decimal Units(string currency) => new Payment("", null, 0, currency).Units;
}
