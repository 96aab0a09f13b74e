using System.Text.Json.Nodes;
using Isthmus.Sandbox.ZohoInventory.Lists;
using Isthmus.Sandbox.ZohoInventory.Organization;

namespace Isthmus.Sandbox.ZohoInventory.Packages;

/// <summary>Goods of one sales order packed together: not_shipped, shipped or delivered.</summary>
internal sealed class Package : IStamped
{
    public required string Id { get; init; }

    public required string Number { get; set; }

    public required string SalesOrderId { get; init; }

    public DateOnly Date { get; set; }

    public string Notes { get; set; } = "";

    public string Status { get; set; } = "not_shipped";

    public string? ShipmentId { get; set; }

    public List<PackageLine> Lines { get; set; } = [];

    public CustomValues Custom { get; set; } = new();

    public DateTimeOffset Created { get; init; }

    public DateTimeOffset Modified { get; set; }

    /// <summary>As a sales order shows it among its packages.</summary>
    public JsonObject ToSummary(Company company)
    {
        var shipment = company.Shipments.Find(ShipmentId);
        return new JsonObject
        {
            ["package_id"] = Id,
            ["package_number"] = Number,
            ["date"] = CompanyClock.Show(Date),
            ["status"] = Status,
            ["quantity"] = Lines.Sum(line => line.Quantity),
            ["shipment_id"] = ShipmentId ?? "",
            ["shipment_number"] = shipment?.Number ?? "",
            ["shipment_status"] = shipment?.Status ?? "",
            ["carrier"] = shipment?.DeliveryMethod ?? "",
            ["delivery_method"] = shipment?.DeliveryMethod ?? "",
            ["tracking_number"] = shipment?.TrackingNumber ?? "",
            ["shipment_date"] = CompanyClock.Show(shipment?.Date),
        };
    }
}

/// <summary>A quantity of one sales order line.</summary>
internal sealed record PackageLine(string Id, string OrderLineId, string? ItemId, string Name, string Sku, string Unit,
    decimal Quantity);
