using System.Text.Json.Nodes;
using Isthmus.Sandbox.ZohoInventory.Organization;

namespace Isthmus.Sandbox.ZohoInventory.Adjustments;

internal static class AdjustmentView
{
    public static JsonObject Row(Company company, Adjustment adjustment) => new()
    {
        ["inventory_adjustment_id"] = adjustment.Id,
        ["date"] = CompanyClock.Show(adjustment.Date),
        ["reason"] = adjustment.Reason,
        ["description"] = adjustment.Description,
        ["reference_number"] = adjustment.ReferenceNumber,
        ["adjustment_type"] = adjustment.Type,
        ["total"] = adjustment.Total,
        ["created_time"] = CompanyClock.Stamp(adjustment.Created),
        ["last_modified_time"] = CompanyClock.Stamp(adjustment.Modified),
        ["custom_fields"] = adjustment.Custom.ToArray(company, "inventoryadjustment"),
        ["custom_field_hash"] = adjustment.Custom.ToHash(company, "inventoryadjustment"),
    };

    public static JsonObject Full(Company company, Adjustment adjustment)
    {
        var view = Row(company, adjustment);
        view["line_items"] = new JsonArray([.. adjustment.Lines.Select(line => (JsonNode)Line(company, line))]);
        company.AddPlace(view, adjustment.LocationId ?? company.PrimaryLocation.Id);
        return view;
    }

    private static JsonObject Line(Company company, AdjustmentLine line)
    {
        var view = new JsonObject
        {
            ["line_item_id"] = line.Id,
            ["item_id"] = line.ItemId,
            ["name"] = line.Name,
            ["description"] = line.Description,
            ["unit"] = line.Unit,
            ["quantity_adjusted"] = line.Quantity,
            ["item_total"] = line.Value,
            ["is_combo_product"] = false,
            ["adjustment_account_id"] = line.AccountId,
            ["adjustment_account_name"] = company.Account(line.AccountId).Name,
        };
        company.AddPlace(view, line.LocationId);
        return view;
    }
}
