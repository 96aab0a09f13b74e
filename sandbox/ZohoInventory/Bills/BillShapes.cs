using Isthmus.Sandbox.ZohoInventory.Bodies;
using Isthmus.Sandbox.ZohoInventory.Organization;
using Isthmus.Sandbox.ZohoInventory.Purchasing;

namespace Isthmus.Sandbox.ZohoInventory.Bills;

/// <summary>Requests of bills.yml. Lines from a purchase order name its line in the place of an item.</summary>
internal static class BillShapes
{
    private static readonly Shape line = PurchaseShapes.Bought.With(
        ("purchaseorder_item_id", Field.Id), ("receive_item_id", Field.Id), ("account_name", Field.Text(100)),
        ("item_order", Field.Number), ("serial_numbers", Field.Any), ("batches", Field.Any), ("storages", Field.Any));

    public static readonly Shape Create = new(
        ("purchaseorder_id", Field.Id), ("vendor_id*", Field.Id), ("bill_number*", Field.Text(100)), ("date*", Field.Date),
        ("due_date*", Field.Date), ("reference_number", Field.Text(100)), ("currency_id", Field.Id),
        ("exchange_rate", Field.Number), ("is_item_level_tax_calc", Field.Flag), ("notes", Field.Text(5000)),
        ("terms", Field.Text(10000)), ("is_inclusive_tax", Field.Flag), ("custom_fields", Field.Many(CustomValues.Shape)),
        ("line_items*", Field.Many(line)), ("location_id", Field.Id), ("warehouse_id", Field.Id),
        ("gst_treatment", Field.Text(50)), ("tax_treatment", Field.Text(50)), ("gst_no", Field.Text(50)),
        ("source_of_supply", Field.Text(50)), ("destination_of_supply", Field.Text(50)));

    public static readonly Shape Update = Create.Optional().With(
        ("is_pre_gst", Field.Flag), ("is_reverse_charge_applied", Field.Flag));
}
