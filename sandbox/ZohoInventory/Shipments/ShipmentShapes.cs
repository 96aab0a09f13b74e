using Isthmus.Sandbox.ZohoInventory.Bodies;
using Isthmus.Sandbox.ZohoInventory.Organization;

namespace Isthmus.Sandbox.ZohoInventory.Shipments;

/// <summary>Requests of shipmentorders.yml; live, a number and a tracking number may be left out (notes, section 14).</summary>
internal static class ShipmentShapes
{
    private static readonly Shape person = new(("contact_person_id", Field.Id));

    public static readonly Shape Create = new Shape(
        ("shipment_number", Field.Text(100)), ("date*", Field.Date), ("reference_number", Field.Text(100)),
        ("contact_persons", Field.Many(person)), ("delivery_method*", Field.Text(100)), ("tracking_number", Field.Text(100)),
        ("shipping_charge", Field.Number), ("exchange_rate", Field.Number), ("template_id", Field.Id),
        ("notes", Field.Text(5000)),
        ("shipmentorder_custom_fields", Field.Many(CustomValues.Shape))).Dropping("salesorder_id", "package_ids");

    public static readonly Shape Update = Create.Optional();
}
