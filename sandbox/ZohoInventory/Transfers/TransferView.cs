using System.Text.Json.Nodes;
using Isthmus.Sandbox.ZohoInventory.Organization;

namespace Isthmus.Sandbox.ZohoInventory.Transfers;

internal static class TransferView
{
    public static JsonObject Row(Company company, TransferOrder order)
    {
        var word = company.Settings.Places == "locations" ? "location" : "warehouse";
        return new JsonObject
        {
            ["transfer_order_id"] = order.Id,
            ["transfer_order_number"] = order.Number,
            ["date"] = CompanyClock.Show(order.Date),
            ["description"] = order.Description,
            ["status"] = order.Status,
            [$"from_{word}_id"] = order.FromId,
            [$"from_{word}_name"] = company.Location(order.FromId).Name,
            [$"to_{word}_id"] = order.ToId,
            [$"to_{word}_name"] = company.Location(order.ToId).Name,
            ["is_intransit_order"] = order.IsInTransit,
            ["created_time"] = CompanyClock.Stamp(order.Created),
            ["last_modified_time"] = CompanyClock.Stamp(order.Modified),
            ["custom_fields"] = order.Custom.ToArray(company, "transferorder"),
        };
    }

    public static JsonObject Full(Company company, TransferOrder order)
    {
        var view = Row(company, order);
        view["line_items"] = new JsonArray([.. order.Lines.Select(line => (JsonNode)new JsonObject
        {
            ["line_item_id"] = line.Id,
            ["item_id"] = line.ItemId,
            ["name"] = line.Name,
            ["description"] = line.Description,
            ["quantity_transfer"] = line.Quantity,
            ["unit"] = line.Unit,
        })]);
        return view;
    }
}
