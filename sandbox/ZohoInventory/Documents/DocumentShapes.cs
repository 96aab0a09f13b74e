using Isthmus.Sandbox.ZohoInventory.Bodies;
using Isthmus.Sandbox.ZohoInventory.Organization;

namespace Isthmus.Sandbox.ZohoInventory.Documents;

/// <summary>Request fields that several modules' files share.</summary>
internal static class DocumentShapes
{
    public static readonly string[] Kept =
    [
        "notes", "terms", "adjustment_description", "template_id", "salesperson_id", "salesperson_name", "place_of_supply",
        "gst_treatment",
        "gst_no",
    ];

    public static readonly Shape ItemCustomField = new(("label", Field.Text(100)), ("customfield_id", Field.Id),
        ("value", Field.Any));

    public static readonly Shape Line = new(
        ("line_item_id", Field.Id), ("item_id", Field.Id), ("name", Field.Text(100)), ("description", Field.Text(2000)),
        ("rate", Field.Number), ("quantity", Field.Number), ("unit", Field.Text(100)), ("discount", Field.Discount),
        ("tax_id", Field.Id), ("tds_tax_id", Field.Id), ("tax_name", Field.Text(100)), ("tax_type", Field.Text(50)),
        ("tax_percentage", Field.Number), ("item_total", Field.Number), ("item_order", Field.Whole), ("mapped_items", Field.Any),
        ("location_id", Field.Id), ("warehouse_id", Field.Id), ("hsn_or_sac", Field.Text(50)),
        ("sat_item_key_code", Field.Text(50)),
        ("unitkey_code", Field.Text(50)), ("item_custom_fields", Field.Many(ItemCustomField)));

    public const string Persons = "contact_persons_associated";

    public static readonly Shape Person = new(("contact_person_id", Field.Id), ("communication_preference", Field.Any));

    public static readonly Shape Header = new(
        ("customer_id*", Field.Id), ("reference_number", Field.Text(100)), ("date", Field.Date),
        ("custom_fields", Field.Many(CustomValues.Shape)), ("location_id", Field.Id), ("warehouse_id", Field.Id),
        (Persons, Field.Many(Person)), ("notes", Field.Text(5000)), ("terms", Field.Text(10000)),
        ("discount", Field.Discount), ("is_discount_before_tax", Field.Flag),
        ("discount_type", Field.OneOf("entity_level", "item_level")), ("shipping_charge", Field.Amount),
        ("adjustment", Field.Amount),
        ("adjustment_description", Field.Text(100)), ("is_inclusive_tax", Field.Flag), ("exchange_rate", Field.Number),
        ("template_id", Field.Id), ("salesperson_id", Field.Id), ("salesperson_name", Field.Text(200)),
        ("billing_address_id", Field.Id), ("shipping_address_id", Field.Id), ("place_of_supply", Field.Text(50)),
        ("gst_treatment", Field.Text(50)), ("gst_no", Field.Text(50)), ("documents", Field.Any));
}
