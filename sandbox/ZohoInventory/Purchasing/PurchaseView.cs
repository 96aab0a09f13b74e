using System.Text.Json.Nodes;
using Isthmus.Sandbox.ZohoInventory.Documents;
using Isthmus.Sandbox.ZohoInventory.Organization;

namespace Isthmus.Sandbox.ZohoInventory.Purchasing;

internal static class PurchaseView
{
    public static JsonObject Row(Company company, PurchaseOrder order)
    {
        var view = new JsonObject();
        DocumentView.AddRow(view, company, order, "purchaseorder");
        foreach (var name in new[] { "customer_id", "customer_name", "bcy_total", "adjustment" }) view.Remove(name);
        foreach (var (name, value) in order.ToSummary()) view[name] = value?.DeepClone();
        view["delivery_date"] = CompanyClock.Show(order.DeliveryDate);
        view["expected_delivery_date"] = CompanyClock.Show(order.DeliveryDate);
        view["is_drop_shipment"] = order.IsDropShipment;
        view["is_backorder"] = order.IsBackorder;
        view["receives"] = new JsonArray([.. company.PurchaseReceives.By("purchaseorder_id", order.Id)
            .Select(receive => (JsonNode)new JsonObject
            {
                ["receive_id"] = receive.Id,
                ["receive_number"] = receive.Number,
            })]);
        view["quantity"] = order.Lines.Sum(line => line.Quantity);
        view["quantity_received"] = order.Lines.Sum(line => line.Received);
        return view;
    }

    public static JsonObject Full(Company company, PurchaseOrder order)
    {
        var view = Row(company, order);
        view["line_items"] = new JsonArray([.. order.Lines.Select((line, at) => (JsonNode)Line(company, line, order, at))]);
        view["salesorder_id"] = order.SalesOrderId ?? "";
        view["purchasereceives"] = new JsonArray([.. company.PurchaseReceives.By("purchaseorder_id", order.Id)
            .Select(receive => (JsonNode)Summary(company, receive, order))]);
        view["bills"] = new JsonArray([.. company.Bills.By("purchaseorder_id", order.Id)
            .Select(bill => (JsonNode)bill.ToSummary())]);
        DocumentView.AddFull(view, company, order);
        order.Rest.Show(view, [.. PurchaseShapes.Kept.Where(name => name != "tax_treatment")]);
        return view;
    }

    public static JsonObject Receive(Company company, PurchaseReceive receive)
    {
        var order = company.PurchaseOrders.Find(receive.PurchaseOrderId)!;
        var view = Summary(company, receive, order);
        view["purchaseorder_id"] = order.Id;
        view["purchaseorder_number"] = order.Number;
        view["vendor_id"] = order.CustomerId;
        view["vendor_name"] = order.CustomerName;
        view["custom_fields"] = receive.Custom.ToArray(company, "purchasereceive");
        view["custom_field_hash"] = receive.Custom.ToHash(company, "purchasereceive");
        view["created_time"] = CompanyClock.Stamp(receive.Created);
        view["last_modified_time"] = CompanyClock.Stamp(receive.Modified);
        return view;
    }

    private static JsonObject Summary(Company company, PurchaseReceive receive, PurchaseOrder order) => new()
    {
        ["receive_id"] = receive.Id,
        ["receive_number"] = receive.Number,
        ["date"] = CompanyClock.Show(receive.Date),
        ["notes"] = receive.Notes,
        ["line_items"] = new JsonArray([.. receive.Lines.Select(received =>
            (JsonNode)Received(company, received, order.Lines.First(line => line.Id == received.OrderLineId), order))]),
    };

    private static JsonObject Received(Company company, PurchaseReceiveLine received, DocumentLine line, PurchaseOrder order)
    {
        var view = new JsonObject
        {
            ["line_item_id"] = line.Id,
            ["item_id"] = line.ItemId ?? "",
            ["sku"] = line.Sku,
            ["name"] = line.Name,
            ["description"] = line.Description,
            ["unit"] = line.Unit,
            ["quantity"] = received.Quantity,
        };
        company.AddPlace(view, line.LocationId ?? order.LocationId ?? company.PrimaryLocation.Id);
        return view;
    }

    private static JsonObject Line(Company company, DocumentLine line, PurchaseOrder order, int at)
    {
        var view = DocumentView.Line(company, line, order, at);
        view["purchase_rate"] = line.Rate;
        view["quantity_received"] = line.Received;
        view["salesorder_item_id"] = line.SalesOrderLineId ?? "";
        return view;
    }
}
