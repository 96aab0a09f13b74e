using Isthmus.Sandbox.ZohoInventory.Bodies;
using Isthmus.Sandbox.ZohoInventory.Organization;

namespace Isthmus.Sandbox.ZohoInventory.Items;

/// <summary>Requests of items.yml. The file gives no lengths for name and SKU; these are Books'.</summary>
internal static class ItemShapes
{
    public static readonly string[] Kept =
    [
        "group_id", "group_name", "unit_id", "unit_group_id", "default_sales_unit_conversion_id",
        "default_purchase_unit_conversion_id",
        "purchase_account_id", "inventory_account_id", "attribute_name1", "attribute_option_name1", "vendor_id", "vendor_name",
        "isbn",
        "part_number", "purchase_description", "hsn_or_sac", "sat_item_key_code", "unitkey_code",
    ];

    public static readonly Shape InitialStock = new(
        ("location_id", Field.Id), ("warehouse_id", Field.Id), ("initial_stock", Field.Number),
        ("initial_stock_rate", Field.Number));

    private static readonly Shape taxPreference = new(("tax_id", Field.Id), ("tax_specification", Field.Text(50)));

    public static readonly Shape Create = new Shape([.. Kept.Select(name => (name, Field.Text(100)))]).With(
        ("name*", Field.Text(100)), ("sku", Field.Text(100)), ("rate", Field.Number), ("purchase_rate", Field.Number),
        ("unit", Field.Text(100)), ("description", Field.Text(2000)), ("purchase_description", Field.Text(2000)),
        ("item_type", Field.OneOf("inventory", "sales", "purchases", "sales_and_purchases")),
        ("product_type", Field.OneOf("goods", "service")), ("tax_id", Field.Id), ("is_taxable", Field.Flag),
        ("can_be_sold", Field.Flag), ("can_be_purchased", Field.Flag), ("track_inventory", Field.Flag),
        ("reorder_level", Field.Number),
        ("locations", Field.Many(InitialStock)), ("warehouses", Field.Many(InitialStock)),
        ("custom_fields", Field.Many(CustomValues.Shape)), ("item_tax_preferences", Field.Many(taxPreference)),
        ("upc", Field.Any), ("ean", Field.Any), ("documents", Field.Any));

    public static readonly Shape Update = Create.Optional().With(
        ("tax_name", Field.Text(100)), ("tax_percentage", Field.Number), ("tax_type", Field.Text(50)), ("status", Field.Text(50)),
        ("source", Field.Text(50)), ("pricebook_rate", Field.Number), ("purchase_account_name", Field.Text(100)),
        ("account_name", Field.Text(100)), ("attribute_id1", Field.Text(100)), ("attribute_option_id1", Field.Text(100)),
        ("image_id", Field.Text(100)), ("image_name", Field.Text(100)), ("image_type", Field.Text(100)));
}
