using Isthmus.Sandbox.ZohoInventory.Bodies;
using Isthmus.Sandbox.ZohoInventory.Documents;

namespace Isthmus.Sandbox.ZohoInventory.SalesOrders;

/// <summary>Requests of salesorders.yml.</summary>
internal static class SalesOrderShapes
{
    public static readonly Shape Create = DocumentShapes.Header.With(
        ("salesorder_number", Field.Text(100)), ("shipment_date", Field.Date), ("delivery_method", Field.Text(100)),
        ("pricebook_id", Field.Id), ("line_items*", Field.Many(DocumentShapes.Line)));

    public static readonly Shape Update = Create.Optional();

    public static readonly Shape Rejection = new(("reason", Field.Text(500)));
}
