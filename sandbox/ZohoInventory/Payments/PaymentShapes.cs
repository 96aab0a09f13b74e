using Isthmus.Sandbox.ZohoInventory.Bodies;
using Isthmus.Sandbox.ZohoInventory.Organization;

namespace Isthmus.Sandbox.ZohoInventory.Payments;

/// <summary>Requests of customer-payments.yml.</summary>
internal static class PaymentShapes
{
    public static readonly string[] Modes =
        ["check", "cash", "creditcard", "banktransfer", "bankremittance", "autotransaction", "others"];

    private static readonly Shape application = new(
        ("invoice_id*", Field.Id), ("amount_applied*", Field.Number), ("tax_amount_withheld", Field.Number));

    public static readonly Shape Create = new(
        ("customer_id*", Field.Id), ("payment_mode*", Field.OneOf(Modes)), ("amount*", Field.Number),
        ("invoices*", Field.Many(application)), ("date", Field.Date), ("reference_number", Field.Text(100)),
        ("description", Field.Text(2000)), ("exchange_rate", Field.Number), ("payment_form", Field.Text(100)),
        ("bank_charges", Field.Number), ("account_id", Field.Id), ("tax_account_id", Field.Id), ("location_id", Field.Id),
        ("warehouse_id", Field.Id), ("custom_fields", Field.Many(CustomValues.Shape)));

    public static readonly Shape Update = Create.Optional();
}
