using Isthmus.Sandbox.Sage100.Data;
using Isthmus.Sandbox.Sage100.Orders;
using Isthmus.Sandbox.Sage100.Schema;

namespace Isthmus.Sandbox.Sage100.Updates;

/// <summary>Registers that move stock.</summary>
internal static class StockUpdates
{
    public static void PostTransaction(Company company, Row entry)
    {
        var sign = entry.Text("TransactionType") == "I" ? -1 : 1;
        foreach (var line in entry.Lines) StockBook.Receive(company, line, sign * line.Number("TransactionQty"));
    }

    /// <summary>Raises what is on hand, and moves the purchase order on.</summary>
    public static void PostReceipt(Company company, Row receipt)
    {
        foreach (var line in receipt.Lines) StockBook.Receive(company, line, line.Number("QuantityReceived"));
        var orders = company[PurchaseOrderSchema.Object];
        if (orders.Find(receipt.Text("PurchaseOrderNo")) is not { } before) return;
        var order = before.Copy().Set("LastReceiptNo", receipt.Key).Set("LastReceiptDate", receipt.Text("ReceiptDate"));
        for (var at = 0; at < order.Lines.Count; at++) order.Lines[at] = Received(order.Lines[at], receipt);
        var complete = order.Lines.All(line => line.Text("ItemType") != ItemSchema.Regular || Open(line) <= 0);
        order.Set("OrderStatus", complete ? "X" : "B").Set("ReceivedAmt", order.Lines.Sum(line => line.Number("ReceivedAmt")));
        if (complete) order.Set("CompletionDate", company.Time.Now().Date);
        company.Time.Stamp(order);
        orders.Put(order);
        StockBook.Expect(company, before, order);
    }

    private static Row Received(Row ordered, Row receipt)
    {
        var lines = receipt.Lines.FindAll(line => line.Text("OrderLineKey") == ordered.Text("LineKey"));
        if (lines.Count == 0) return ordered;
        var row = ordered.Copy().Set("QuantityReceived",
            ordered.Number("QuantityReceived") + lines.Sum(l => l.Number("QuantityReceived")))
            .Set("ReceivedAmt", ordered.Number("ReceivedAmt") + lines.Sum(l => l.Number("ExtensionAmt")));
        return row.Set("QuantityBackordered", Math.Max(0, Open(row)));
    }

    private static decimal Open(Row line) => line.Number("QuantityOrdered") - line.Number("QuantityReceived");
}
