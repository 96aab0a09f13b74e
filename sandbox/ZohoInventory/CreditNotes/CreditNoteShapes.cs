using Isthmus.Sandbox.ZohoInventory.Bodies;
using Isthmus.Sandbox.ZohoInventory.Documents;
using Isthmus.Sandbox.ZohoInventory.Organization;
using Isthmus.Sandbox.ZohoInventory.Payments;

namespace Isthmus.Sandbox.ZohoInventory.CreditNotes;

/// <summary>Requests of credit-notes.yml. An invoice in the header is dropped silently: it belongs in the query.</summary>
internal static class CreditNoteShapes
{
    public static readonly string[] Kept =
    [
        "tax_treatment", "cfdi_usage", "cfdi_reference_type", "tax_authority_id", "tax_exemption_id", "avatax_use_code",
        "vat_treatment", "avatax_tax_code",
    ];

    private static readonly Shape line = new(
        ("line_item_id", Field.Id), ("item_id", Field.Id), ("name", Field.Text(100)), ("description", Field.Text(2000)),
        ("rate", Field.Number), ("quantity", Field.Number), ("unit", Field.Text(100)), ("discount", Field.Discount),
        ("code", Field.Text(100)), ("type", Field.Any), ("account_id", Field.Id), ("account_name", Field.Text(100)),
        ("tax_id", Field.Id), ("tds_tax_id", Field.Id), ("product_type", Field.Text(50)), ("sat_item_key_code", Field.Text(50)),
        ("unitkey_code", Field.Text(50)), ("location_id", Field.Id), ("warehouse_id", Field.Id),
        ("location_name", Field.Text(100)), ("invoice_id", Field.Id), ("invoice_item_id", Field.Id),
        ("is_item_shipped", Field.Flag), ("is_returned_to_stock", Field.Flag), ("salesreturn_item_id", Field.Id),
        ("mapped_items", Field.Any), ("item_custom_fields", Field.Many(DocumentShapes.ItemCustomField)),
        ("serial_numbers", Field.Any), ("batches", Field.Any), ("storages", Field.Any));

    /// <summary>No discount, shipping or adjustment in the header: such amounts are lines of their own.</summary>
    public static readonly Shape Create = new Shape([.. Kept.Select(name => (name, Field.Text(100)))]).With(
        ("customer_id*", Field.Id), ("date*", Field.Date), ("line_items*", Field.Many(line)), ("is_draft", Field.Flag),
        (DocumentShapes.Persons, Field.Many(DocumentShapes.Person)), ("exchange_rate", Field.Amount),
        ("location_id", Field.Id), ("warehouse_id", Field.Id), ("creditnote_number", Field.Text(100)),
        ("gst_treatment", Field.Text(50)), ("gst_no", Field.Text(50)), ("place_of_supply", Field.Text(50)),
        ("ignore_auto_number_generation", Field.Flag), ("reference_number", Field.Text(100)),
        ("custom_fields", Field.Many(CustomValues.Shape)), ("notes", Field.Text(5000)), ("terms", Field.Text(10000)),
        ("template_id", Field.Id), ("tax_id", Field.Id), ("avatax_exempt_no", Field.Text(25)),
        ("is_inclusive_tax", Field.Flag)).Dropping("invoice_id");

    public static readonly Shape Update = Create.Optional().With(
        ("item_id", Field.Id), ("account_id", Field.Id), ("name", Field.Text(100)), ("description", Field.Text(2000)),
        ("unit", Field.Text(100)), ("rate", Field.Number), ("quantity", Field.Number));

    private static readonly Shape part = new(("invoice_id*", Field.Id), ("amount_applied*", Field.Number));

    public static readonly Shape Apply = new(
        ("invoices", Field.Many(part)), ("invoice_id", Field.Id), ("amount_applied", Field.Number));

    public static readonly Shape Refund = new(
        ("date", Field.Date), ("refund_mode", Field.OneOf(PaymentShapes.Modes)), ("reference_number", Field.Text(100)),
        ("amount*", Field.Number), ("exchange_rate", Field.Amount), ("from_account_id", Field.Id),
        ("description", Field.Text(2000)));

    public static readonly Shape RefundUpdate = Refund.Optional();
}
