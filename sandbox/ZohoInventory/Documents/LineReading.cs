using Isthmus.Sandbox.ZohoInventory.Api;
using Isthmus.Sandbox.ZohoInventory.Bodies;
using Isthmus.Sandbox.ZohoInventory.Organization;

namespace Isthmus.Sandbox.ZohoInventory.Documents;

/// <summary>Reads line_items. In an update a line keeps its id and counters when its line_item_id is sent.</summary>
internal static class LineReading
{
    public static List<DocumentLine> Read(Company company, Body body, TradeDocument document)
    {
        var known = document.Lines.ToDictionary(line => line.Id);
        var lines = body.Children("line_items").Select(given => Line(company, given, document, known)).ToList();
        if (lines.Count == 0) throw Refusal.Required("line_items");
        if (company.Settings.MaxLines > 0 && lines.Count > company.Settings.MaxLines)
            throw new Refusal(15, $"A transaction cannot have more than {company.Settings.MaxLines} line items.");
        return lines;
    }

    private static DocumentLine Line(Company company, Body given, TradeDocument document, Dictionary<string, DocumentLine> known)
    {
        var itemId = given.Text("item_id") ?? Ordered(company, given)?.ItemId;
        var item = itemId is null ? null : company.Items.Find(itemId) ?? throw Refusal.Missing("Item");
        if (item is { IsActive: false }) throw Refusal.State($"The item {item.Sku} is inactive.");
        if (item is null && given.Text("name") is null) throw Refusal.Required("item_id");
        var quantity = given.Number("quantity") ?? 1;
        if (quantity <= 0) throw Refusal.Value("quantity");
        var before = given.Text("line_item_id") is { } id ? known.GetValueOrDefault(id)
            ?? throw Refusal.Value("line_item_id") : null;
        if (before is not null && quantity < before.Used) throw Refusal.Value("quantity");
        return new DocumentLine
        {
            Id = before?.Id ?? company.Series.NextId(),
            ItemId = item?.Id,
            Name = given.Text("name") ?? item!.Name,
            Description = given.Text("description") ?? item?.Description ?? "",
            Sku = item?.Sku ?? "",
            Unit = given.Text("unit") ?? item?.Unit ?? "",
            IsGoods = item?.IsGoods ?? false,
            Rate = given.Number("purchase_rate") ?? given.Number("rate") ?? document.OwnRate(company, item),
            Quantity = quantity,
            Discount = given.Text("discount"),
            TaxId = company.Tax(given.Text("tax_id"))?.Id,
            LocationId = company.PlaceId(given),
            SalesOrderLineId = given.Text("salesorder_item_id") ?? before?.SalesOrderLineId,
            InvoiceId = given.Text("invoice_id") ?? before?.InvoiceId,
            InvoiceLineId = given.Text("invoice_item_id") ?? before?.InvoiceLineId,
            ReturnLineId = given.Text("salesreturn_item_id") ?? before?.ReturnLineId,
            IsShipped = given.Flag("is_item_shipped") ?? before?.IsShipped,
            IsReturnedToStock = given.Flag("is_returned_to_stock") ?? before?.IsReturnedToStock,
            PurchaseLineId = given.Text("purchaseorder_item_id") ?? before?.PurchaseLineId,
            Invoiced = before?.Invoiced ?? 0,
            Billed = before?.Billed ?? 0,
            Packed = before?.Packed ?? 0,
            Shipped = before?.Shipped ?? 0,
            Returned = before?.Returned ?? 0,
            Cancelled = before?.Cancelled ?? 0,
            Credited = before?.Credited ?? 0,
            Received = before?.Received ?? 0,
            Custom = given.Children("item_custom_fields").ToDictionary(
                field => field.Text("label") ?? field.Text("customfield_id") ?? throw Refusal.Value("item_custom_fields"),
                field => field.Text("value") ?? ""),
        };
    }

    /// <summary>A bill's line names the line of the purchase order in the place of an item.</summary>
    private static DocumentLine? Ordered(Company company, Body given) => given.Text("purchaseorder_item_id") is not { } id ? null
        : (company.PurchaseOrders.First("line_item_id", id) ?? throw Refusal.Value("purchaseorder_item_id"))
            .Lines.First(line => line.Id == id);
}
