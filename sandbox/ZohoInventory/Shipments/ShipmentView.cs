using System.Text.Json.Nodes;
using Isthmus.Sandbox.ZohoInventory.Organization;

namespace Isthmus.Sandbox.ZohoInventory.Shipments;

internal static class ShipmentView
{
    public static JsonObject Of(Company company, Shipment shipment)
    {
        var order = company.SalesOrders.Find(shipment.SalesOrderId)!;
        var currency = company.Currency(order.CurrencyId);
        return new JsonObject
        {
            ["shipmentorder_id"] = shipment.Id,
            ["shipment_id"] = shipment.Id,
            ["shipment_number"] = shipment.Number,
            ["salesorder_id"] = order.Id,
            ["salesorder_number"] = order.Number,
            ["date"] = CompanyClock.Show(shipment.Date),
            ["status"] = shipment.Status,
            ["detailed_status"] = "",
            ["status_message"] = shipment.Status == "delivered" ? "Delivered" : "Shipped",
            ["delivery_date"] = CompanyClock.Show(shipment.Delivered),
            ["carrier"] = shipment.DeliveryMethod,
            ["delivery_method"] = shipment.DeliveryMethod,
            ["tracking_number"] = shipment.TrackingNumber,
            ["reference_number"] = shipment.ReferenceNumber,
            ["customer_id"] = order.CustomerId,
            ["customer_name"] = order.CustomerName,
            ["currency_id"] = currency.Id,
            ["currency_code"] = currency.Code,
            ["price_precision"] = currency.Precision,
            ["shipping_charge"] = shipment.ShippingCharge,
            ["notes"] = shipment.Notes,
            ["packages"] = new JsonArray([.. shipment.PackageIds
                .Select(id => (JsonNode)company.Packages.Find(id)!.ToSummary(company))]),
            ["line_items"] = new JsonArray([.. Lines(company, shipment)]),
            ["shipping_address"] = order.Shipping.ToJson(),
            ["billing_address"] = order.Billing.ToJson(),
            ["shipmentorder_custom_fields"] = shipment.Custom.ToArray(company, "shipmentorder"),
            ["custom_field_hash"] = shipment.Custom.ToHash(company, "shipmentorder"),
            ["created_time"] = CompanyClock.Stamp(shipment.Created),
            ["last_modified_time"] = CompanyClock.Stamp(shipment.Modified),
        };
    }

    private static IEnumerable<JsonNode> Lines(Company company, Shipment shipment) =>
        from id in shipment.PackageIds
        from line in company.Packages.Find(id)!.Lines
        select new JsonObject
        {
            ["line_item_id"] = line.Id,
            ["so_line_item_id"] = line.OrderLineId,
            ["item_id"] = line.ItemId ?? "",
            ["name"] = line.Name,
            ["sku"] = line.Sku,
            ["quantity"] = line.Quantity,
        };
}
