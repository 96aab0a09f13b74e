using Isthmus.Sandbox.ZohoInventory.Bodies;
using Isthmus.Sandbox.ZohoInventory.Documents;

namespace Isthmus.Sandbox.ZohoInventory.Invoices;

/// <summary>Requests of invoices.yml. A parent sales order in the body is dropped silently: it belongs in the query.</summary>
internal static class InvoiceShapes
{
    public static readonly string[] Kept =
    [
        "recurring_invoice_id", "project_id", "tax_authority_id", "tax_exemption_id", "avatax_use_code", "vat_treatment",
        "tax_treatment", "cfdi_usage",
    ];

    private static readonly Shape line = DocumentShapes.Line.With(
        ("salesorder_item_id", Field.Id), ("project_id", Field.Id), ("time_entry_ids", Field.Any), ("expense_id", Field.Text(50)),
        ("expense_receipt_name", Field.Text(100)), ("bcy_rate", Field.Number), ("discount_amount", Field.Number),
        ("serial_numbers", Field.Any), ("batches", Field.Any), ("storages", Field.Any));

    public static readonly Shape Create = new Shape([.. Kept.Select(name => (name, Field.Text(100)))]).With(
        [.. DocumentShapes.Header.Fields.Select(pair => (pair.Key, pair.Value))]).With(
        ("customer_id*", Field.Id), ("line_items*", Field.Many(line)), ("invoice_number", Field.Text(100)),
        ("payment_terms", Field.Whole), ("payment_terms_label", Field.Text(100)), ("due_date", Field.Date),
        ("invoiced_estimate_id", Field.Id), ("custom_body", Field.Text(5000)), ("custom_subject", Field.Text(1000)),
        ("reason", Field.Text(500)), ("avatax_exempt_no", Field.Text(25)), ("avatax_use_code", Field.Text(25)),
        ("payment_options", Field.Any), ("allow_partial_payments", Field.Flag)).Dropping("salesorder_id");

    public static readonly Shape Update = Create.Optional().With(
        ("cfdi_reference_type", Field.Text(100)), ("reference_invoice_id", Field.Id));

    private static readonly Shape credit = new(("payment_id*", Field.Id), ("amount_applied*", Field.Number));
    private static readonly Shape note = new(("creditnote_id*", Field.Id), ("amount_applied*", Field.Number));

    public static readonly Shape Credits = new(("invoice_payments", Field.Many(credit)), ("apply_creditnotes", Field.Many(note)));

    public static readonly Shape Rejection = new(("reason", Field.Text(500)));
}
