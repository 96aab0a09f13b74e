using Isthmus.Sandbox.ZohoInventory.Bodies;
using Isthmus.Sandbox.ZohoInventory.Documents;
using Isthmus.Sandbox.ZohoInventory.Organization;

namespace Isthmus.Sandbox.ZohoInventory.Purchasing;

/// <summary>Requests of purchaseorders.yml and purchasereceives.yml. The order of a receive belongs in the query.</summary>
internal static class PurchaseShapes
{
    public static readonly string[] Kept =
    [
        "ship_via", "attention", "delivery_org_address_id", "delivery_customer_id", "tax_treatment", "source_of_supply",
        "destination_of_supply",
    ];

    /// <summary>What the lines of orders and of bills share.</summary>
    public static readonly Shape Bought = new(
        ("line_item_id", Field.Id), ("item_id", Field.Id), ("account_id", Field.Id), ("name", Field.Text(100)),
        ("description", Field.Text(2000)), ("item_order", Field.Whole), ("bcy_rate", Field.Number), ("rate", Field.Number),
        ("quantity", Field.Number),
        ("unit", Field.Text(100)), ("item_total", Field.Number), ("tax_id", Field.Id), ("tds_tax_id", Field.Id),
        ("tax_name", Field.Text(100)), ("tax_type", Field.Text(50)), ("tax_percentage", Field.Number),
        ("image_id", Field.Any), ("image_name", Field.Text(100)), ("image_type", Field.Text(100)),
        ("reverse_charge_tax_id", Field.Id), ("hsn_or_sac", Field.Text(50)), ("tax_exemption_code", Field.Text(50)),
        ("tax_exemption_id", Field.Id), ("location_id", Field.Id), ("warehouse_id", Field.Id),
        ("item_custom_fields", Field.Many(DocumentShapes.ItemCustomField)));

    private static readonly Shape line = Bought.With(
        ("purchase_rate", Field.Number), ("quantity_received", Field.Number), ("salesorder_item_id", Field.Id));

    public static readonly Shape Create = new Shape([.. Kept.Select(name => (name, Field.Text(100)))]).With(
        ("purchaseorder_number", Field.Text(100)), ("date", Field.Date), ("delivery_date", Field.Date),
        ("reference_number", Field.Text(100)), ("vendor_id*", Field.Id), ("salesorder_id", Field.Id),
        ("is_drop_shipment", Field.Flag), ("is_inclusive_tax", Field.Flag), ("is_backorder", Field.Flag),
        ("template_id", Field.Id), (DocumentShapes.Persons, Field.Many(DocumentShapes.Person)), ("notes", Field.Text(5000)),
        ("terms", Field.Text(10000)), ("exchange_rate", Field.Number), ("custom_fields", Field.Many(CustomValues.Shape)),
        ("line_items*", Field.Many(line)), ("location_id", Field.Id), ("warehouse_id", Field.Id), ("documents", Field.Any),
        ("gst_treatment", Field.Text(50)), ("gst_no", Field.Text(50)));

    public static readonly Shape Update = Create.Optional().With(("expected_delivery_date", Field.Date));

    private static readonly Shape received = new(
        ("line_item_id", Field.Id), ("item_id", Field.Id), ("name", Field.Text(100)), ("description", Field.Text(2000)),
        ("item_order", Field.Whole), ("quantity", Field.Number), ("unit", Field.Text(100)), ("serial_numbers", Field.Any),
        ("batches", Field.Any), ("storages", Field.Any));

    public static readonly Shape Receive = new Shape(
        ("receive_number*", Field.Text(100)), ("date", Field.Date), ("notes", Field.Text(5000)),
        ("custom_fields", Field.Many(CustomValues.Shape)), ("line_items*", Field.Many(received))).Dropping("purchaseorder_id");

    public static readonly Shape ReceiveUpdate = Receive.Optional();

    public static readonly Shape Rejection = new(("reason", Field.Text(500)));
}
