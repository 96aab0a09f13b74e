using Isthmus.Sandbox.ZohoInventory.Bodies;
using Isthmus.Sandbox.ZohoInventory.Organization;

namespace Isthmus.Sandbox.ZohoInventory.SalesReturns;

/// <summary>Requests of salesreturns.yml. Parents belong in the query; in the body they are dropped silently.</summary>
internal static class ReturnShapes
{
    private static readonly Shape line = new(
        ("line_item_id", Field.Id), ("item_id", Field.Id), ("salesorder_item_id", Field.Id), ("quantity", Field.Number),
        ("non_receive_quantity", Field.Number), ("location_id", Field.Id), ("warehouse_id", Field.Id),
        ("mapped_items", Field.Any));

    public static readonly Shape Create = new Shape(
        ("salesreturn_number", Field.Text(100)), ("date", Field.Date), ("reason", Field.Text(500)),
        ("custom_fields", Field.Many(CustomValues.Shape)), ("location_id", Field.Id), ("warehouse_id", Field.Id),
        ("line_items*", Field.Many(line))).Dropping("salesorder_id");

    public static readonly Shape Update = Create.Optional();

    private static readonly Shape received = new(
        ("line_item_id*", Field.Id), ("quantity", Field.Number), ("location_id", Field.Id), ("warehouse_id", Field.Id),
        ("mapped_items", Field.Any), ("serial_numbers", Field.Any), ("batches", Field.Any), ("storages", Field.Any));

    public static readonly Shape Receive = new Shape(
        ("date", Field.Date), ("line_items*", Field.Many(received)), ("notes", Field.Text(5000))).Dropping("salesreturn_id");
}
