using Isthmus.Sandbox.ZohoInventory.Bodies;
using Isthmus.Sandbox.ZohoInventory.Organization;

namespace Isthmus.Sandbox.ZohoInventory.Transfers;

/// <summary>Requests of transferorders.yml.</summary>
internal static class TransferShapes
{
    private static readonly Shape line = new(
        ("line_item_id", Field.Id), ("item_id*", Field.Id), ("name*", Field.Text(100)), ("description", Field.Text(2000)),
        ("quantity_transfer*", Field.Number), ("unit", Field.Text(100)), ("serial_numbers", Field.Any), ("batches", Field.Any),
        ("from_storages", Field.Any), ("to_storages", Field.Any));

    public static readonly Shape Create = new(
        ("transfer_order_number", Field.Text(100)), ("date*", Field.Date), ("description", Field.Text(2000)),
        ("from_location_id", Field.Id), ("to_location_id", Field.Id), ("from_warehouse_id", Field.Id),
        ("to_warehouse_id", Field.Id), ("line_items*", Field.Many(line)), ("is_intransit_order", Field.Flag),
        ("custom_fields", Field.Many(CustomValues.Shape)));

    public static readonly Shape Update = Create.Optional();
}
