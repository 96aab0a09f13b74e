using System.Text.Json.Nodes;
using Isthmus.Sandbox.ZohoInventory.Organization;

namespace Isthmus.Sandbox.ZohoInventory.Packages;

internal static class PackageView
{
    public static JsonObject Row(Company company, Package package)
    {
        var order = company.SalesOrders.Find(package.SalesOrderId)!;
        var view = package.ToSummary(company);
        var person = company.Contacts.Find(order.CustomerId)?.Primary;
        view["salesorder_id"] = order.Id;
        view["salesorder_number"] = order.Number;
        view["customer_id"] = order.CustomerId;
        view["customer_name"] = order.CustomerName;
        view["email"] = person?.Email ?? "";
        view["phone"] = person?.Phone ?? "";
        view["mobile"] = person?.Mobile ?? "";
        view["notes"] = package.Notes;
        view["is_emailed"] = false;
        view["total_quantity"] = package.Lines.Sum(line => line.Quantity);
        view["created_time"] = CompanyClock.Stamp(package.Created);
        view["last_modified_time"] = CompanyClock.Stamp(package.Modified);
        view["custom_fields"] = package.Custom.ToArray(company, "package");
        view["custom_field_hash"] = package.Custom.ToHash(company, "package");
        return view;
    }

    public static JsonObject Full(Company company, Package package)
    {
        var order = company.SalesOrders.Find(package.SalesOrderId)!;
        var view = Row(company, package);
        view["line_items"] = new JsonArray([.. package.Lines.Select((line, at) => (JsonNode)new JsonObject
        {
            ["line_item_id"] = line.Id,
            ["so_line_item_id"] = line.OrderLineId,
            ["item_id"] = line.ItemId ?? "",
            ["item_order"] = at,
            ["name"] = line.Name,
            ["sku"] = line.Sku,
            ["unit"] = line.Unit,
            ["quantity"] = line.Quantity,
        })]);
        view["shipment_order"] = company.Shipments.Find(package.ShipmentId)?.ToSummary() ?? [];
        view["billing_address"] = order.Billing.ToJson();
        view["shipping_address"] = order.Shipping.ToJson();
        return view;
    }
}
