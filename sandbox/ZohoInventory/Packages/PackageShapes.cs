using Isthmus.Sandbox.ZohoInventory.Bodies;
using Isthmus.Sandbox.ZohoInventory.Organization;

namespace Isthmus.Sandbox.ZohoInventory.Packages;

/// <summary>Requests of packages.yml. The sales order belongs in the query; in the body it is dropped silently.</summary>
internal static class PackageShapes
{
    private static readonly Shape line = new(
        ("line_item_id", Field.Id), ("so_line_item_id", Field.Id), ("quantity", Field.Number), ("mapped_items", Field.Any),
        ("serial_numbers", Field.Any), ("batches", Field.Any), ("storages", Field.Any));

    public static readonly Shape Create = new Shape(
        ("package_number", Field.Text(100)), ("date*", Field.Date), ("line_items*", Field.Many(line)),
        ("notes", Field.Text(5000)),
        ("custom_fields", Field.Many(CustomValues.Shape))).Dropping("salesorder_id");

    public static readonly Shape Update = Create.Optional();
}
