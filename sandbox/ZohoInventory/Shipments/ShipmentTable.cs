using Isthmus.Sandbox.ZohoInventory.Storage;

namespace Isthmus.Sandbox.ZohoInventory.Shipments;

internal static class ShipmentTable
{
    public static Table<Shipment> Create() => new(shipment => shipment.Id,
        Index<Shipment>.On("shipment_number", shipment => shipment.Number),
        Index<Shipment>.On("salesorder_id", shipment => shipment.SalesOrderId));
}
