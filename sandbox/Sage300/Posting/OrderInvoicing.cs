using Isthmus.Sandbox.Sage300.Data;
using Isthmus.Sandbox.Sage300.Rules;
using Isthmus.Sandbox.Sage300.Schema;

namespace Isthmus.Sandbox.Sage300.Posting;

/// <summary>Ships what an order says and invoices it; receivables hear of it at Day End.</summary>
internal static class OrderInvoicing
{
    /// <summary>While the order is entered: what its lines give as shipped.</summary>
    public static void AsEntered(Company company, Entity order) =>
        Write(company, order,
            order.Details(OrderSchema.Lines).ToDictionary(line => line, line => line.Number("QuantityShipped")), company.Today);

    /// <summary>Later: so many of each line, or what is left; the order that is passed is changed.</summary>
    public static Entity? Later(Company company, Entity order, Func<Entity, decimal> quantity, DateOnly day)
    {
        var goods = order.Details(OrderSchema.Lines).Where(line => line.Text("LineType") == "Item").ToList();
        var shipped = goods.ToDictionary(line => line, quantity);
        foreach (var (line, number) in shipped) line["QuantityShipped"] = line.Number("QuantityShipped") + number;
        return Write(company, order, shipped, day);
    }

    private static Entity? Write(Company company, Entity order, Dictionary<Entity, decimal> shipped, DateOnly day)
    {
        var first = order.Text("LastInvoiceNumber").Length == 0;
        var lines = order.Details(OrderSchema.Lines)
            .Where(line => line.Text("LineType") == "Item" ? shipped.GetValueOrDefault(line) > 0 : first).ToList();
        if (lines.Count == 0 || shipped.Values.Sum() == 0) return null;
        var invoice = new Entity(company[OrderInvoiceSchema.Resource].Schema).Carry(order)
            .Set("InvoiceUniquifier", (decimal)company.Next("uniquifier")).Set("InvoiceNumber", $"IN{company.Next("invoice"):D10}")
            .Set("ShipmentNumber", $"SH{company.Next("shipment"):D10}").Set("InvoiceDate", day)
            .Set("DueDate", day.AddDays(Codes.TermDays.GetValueOrDefault(order.Text("TermsCode"))))
            .Set("InvoiceSourceCurrency", order["OrderSourceCurrency"]).Set("TaxReportingTRCurrency", order["OrderSourceCurrency"]);
        foreach (var line in lines) invoice.Details(OrderInvoiceSchema.Lines).Add(Line(invoice, line, shipped));
        invoice["InvoiceTotal"] = invoice.Details(OrderInvoiceSchema.Lines).Sum(line => line.Number("ExtendedAmount"));
        company[OrderInvoiceSchema.Resource].Put(invoice);
        Close(order, invoice);
        return invoice;
    }

    private static Entity Line(Entity invoice, Entity line, Dictionary<Entity, decimal> shipped)
    {
        var quantity = shipped.GetValueOrDefault(line);
        var whole = line.Text("LineType") != "Item" || quantity == line.Number("QuantityOrdered");
        return new Entity(invoice.Schema.Details[0]).Carry(line).Set("QuantityShipped", quantity)
            .Set("InvoiceUnitOfMeasure", line["OrderUnitOfMeasure"]).Set("InvoiceUnitPrice", line["OrderUnitPrice"])
            .Set("ExtendedAmount", whole ? line["ExtendedAmount"]
                : OrderLines.Extended(quantity, line, invoice.Text("InvoiceSourceCurrency")));
    }

    private static void Close(Entity order, Entity invoice)
    {
        foreach (var line in order.Details(OrderSchema.Lines)) OrderLines.Check(line);
        var open = order.Details(OrderSchema.Lines)
            .Any(line => line.Text("LineType") == "Item" && line.Number("QuantityBackordered") > 0);
        order.Set("LastInvoiceNumber", invoice["InvoiceNumber"]).Set("LastShipmentNumber", invoice["ShipmentNumber"])
            .Set("OrderCompleted", open ? "IncompleteNotIncluded" : "CompleteNotIncluded");
    }
}
