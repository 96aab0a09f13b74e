using Isthmus.Sandbox.ZohoInventory.Bodies;
using Isthmus.Sandbox.ZohoInventory.Organization;

namespace Isthmus.Sandbox.ZohoInventory.Contacts;

/// <summary>Requests of contacts.yml and contact-persons.yml. There is no e-mail on the contact itself.</summary>
internal static class ContactShapes
{
    private static readonly Shape preference = new(
        ("is_email_enabled", Field.Flag), ("is_sms_enabled", Field.Flag), ("is_whatsapp_enabled", Field.Flag));

    public static readonly Shape Person = new(
        ("contact_person_id", Field.Id), ("salutation", Field.Text(25)), ("first_name", Field.Text(100)),
        ("last_name", Field.Text(100)),
        ("email", Field.Email), ("phone", Field.Text(50)), ("mobile", Field.Text(50)), ("is_primary_contact", Field.Flag),
        ("communication_preference", Field.Nested(preference)));

    public static readonly Shape SinglePerson = Person.With(
        ("contact_id", Field.Id), ("skype", Field.Text(50)), ("designation", Field.Text(50)), ("department", Field.Text(50)),
        ("enable_portal", Field.Flag));

    public static readonly string[] Kept =
    [
        "website", "language_code", "notes", "vat_reg_no", "tax_reg_no", "country_code", "vat_treatment", "tax_treatment",
        "tax_regime", "legal_name", "avatax_use_code", "tax_exemption_id", "tax_authority_id", "facebook", "twitter",
        "place_of_contact", "gst_no", "gst_treatment", "tax_authority_name", "tax_exemption_code", "is_taxable",
    ];

    private static readonly Shape balance = new(
        ("location_id", Field.Id), ("exchange_rate", Field.Number), ("opening_balance_amount", Field.Number));

    public static readonly Shape Create = new Shape([.. Kept.Select(name => (name, Field.Text(100)))]).With(
        ("contact_name*", Field.Text(200)), ("company_name", Field.Text(200)), ("payment_terms", Field.Whole),
        ("currency_id", Field.Id), ("avatax_exempt_no", Field.Text(25)), ("avatax_use_code", Field.Text(25)),
        ("contact_type", Field.OneOf("customer", "vendor")), ("custom_fields", Field.Many(CustomValues.Shape)),
        ("opening_balances", Field.Many(balance)), ("billing_address", Field.Nested(Address.Shape)),
        ("shipping_address", Field.Nested(Address.Shape)), ("contact_persons", Field.Many(Person)),
        ("default_templates", Field.Any),
        ("is_tds_registered", Field.Flag), ("is_taxable", Field.Flag), ("tax_id", Field.Any),
        ("website", Field.Text(200)), ("notes", Field.Text(5000)), ("facebook", Field.Text(100)), ("twitter", Field.Text(100)),
        ("language_code", Field.OneOf("de", "en", "es", "fr", "it", "ja", "nl", "pt", "sv", "zh")),
        ("vat_reg_no", Field.Text(12)));

    public static readonly Shape Update = Create.Optional();
}
