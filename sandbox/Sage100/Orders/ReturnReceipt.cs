using Isthmus.Sandbox.Sage100.Data;
using Isthmus.Sandbox.Sage100.Schema;

namespace Isthmus.Sandbox.Sage100.Orders;

/// <summary>Goods that came back on a return: received, they become a credit memo in entry.</summary>
internal static class ReturnReceipt
{
    /// <summary>Receives what is still out, or the quantities given by LineKey.</summary>
    public static Row Receive(Company company, Row authorized, string memoNo, IReadOnlyDictionary<string,
        decimal>? quantities = null)
    {
        var received = authorized.Copy().Set("RMAStatus", "R");
        var memo = new Row(company[InvoiceSchema.Object].Schema).Carry(authorized).Set("InvoiceNo", memoNo).Set("InvoiceType",
            "CM")
            .Set("RMANo", authorized.Key).Set("InvoiceDate", company.Time.Now().Date);
        for (var at = 0; at < received.Lines.Count; at++)
        {
            var line = received.Lines[at];
            var open = line.Number("QuantityReturned") - line.Number("QuantityReceived");
            var came = quantities is null ? open : Math.Min(open, quantities.GetValueOrDefault(line.Text("LineKey")));
            received.Lines[at] = line.Copy().Set("QuantityReceived", line.Number("QuantityReceived") + came);
            if (came != 0 && line.Text("CustomerAction") == "C") Credit(memo, line, came);
        }
        if (memo.Lines.Count > 0) Enter(company, received, memo);
        company.Time.Stamp(received);
        company[ReturnSchema.Object].Put(received);
        return received;
    }

    /// <summary>Marks the return whose memo was posted.</summary>
    public static void Credited(Company company, Row memo)
    {
        var returns = company[ReturnSchema.Object];
        if (memo.Text("RMANo").Length == 0 || returns.Find(memo.Text("RMANo")) is not { } there) return;
        var credited = there.Copy().Set("RMAStatus", "C");
        company.Time.Stamp(credited);
        returns.Put(credited);
    }

    private static void Credit(Row memo, Row line, decimal quantity)
    {
        if (line.Text("InvoiceNo").Length > 0) memo.Set("ApplyToInvoiceNo", line.Text("InvoiceNo"));
        memo.Lines.Add(new Row(memo.Schema.Lines!).Carry(line).Set("InvoiceNo", memo.Key).Set("LineKey", line.Text("LineKey"))
            .Set("QuantityShipped", quantity)
            .Set("ExtensionAmt", Math.Round(quantity * line.Number("UnitPrice"), 2, MidpointRounding.AwayFromZero)));
    }

    private static void Enter(Company company, Row received, Row memo)
    {
        received.Set("CreditMemoNo", memo.Key);
        OrderTotals.Compute(company, memo, taxStated: false, discountStated: true);
        company.Time.Stamp(memo);
        company[InvoiceSchema.Object].Put(memo);
    }
}
