using Isthmus.Sandbox.ZohoInventory.Bodies;
using Isthmus.Sandbox.ZohoInventory.Organization;

namespace Isthmus.Sandbox.ZohoInventory.Adjustments;

/// <summary>Requests of inventoryadjustments.yml, which shows adjustments by quantity; those by value are live.</summary>
internal static class AdjustmentShapes
{
    private static readonly Shape line = new(
        ("line_item_id", Field.Id), ("item_id*", Field.Id), ("name", Field.Text(100)), ("description", Field.Text(2000)),
        ("quantity_adjusted", Field.Number), ("value_adjusted", Field.Number), ("item_total", Field.Number),
        ("unit", Field.Text(100)), ("is_combo_product", Field.Flag), ("adjustment_account_id", Field.Id),
        ("adjustment_account_name", Field.Text(100)), ("location_id", Field.Id), ("warehouse_id", Field.Id),
        ("serial_numbers", Field.Any), ("batches", Field.Any), ("storages", Field.Any));

    public static readonly Shape Create = new(
        ("date*", Field.Date), ("reason*", Field.Text(500)), ("description", Field.Text(500)),
        ("reference_number", Field.Text(100)), ("adjustment_type*", Field.OneOf("quantity", "value")),
        ("custom_fields", Field.Many(CustomValues.Shape)), ("location_id", Field.Id), ("warehouse_id", Field.Id),
        ("line_items*", Field.Many(line)));

    public static readonly Shape Update = Create.Optional();
}
