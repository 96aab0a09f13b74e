using System.Text.Json.Nodes;
using Isthmus.Sandbox.ZohoInventory.Lists;
using Isthmus.Sandbox.ZohoInventory.Organization;

namespace Isthmus.Sandbox.ZohoInventory.Shipments;

/// <summary>Packages of one sales order on their way: shipped or delivered.</summary>
internal sealed class Shipment : IStamped
{
    public required string Id { get; init; }

    public required string Number { get; set; }

    public required string SalesOrderId { get; init; }

    public List<string> PackageIds { get; set; } = [];

    public DateOnly Date { get; set; }

    public string DeliveryMethod { get; set; } = "";

    public string TrackingNumber { get; set; } = "";

    public string ReferenceNumber { get; set; } = "";

    public decimal ShippingCharge { get; set; }

    public string Notes { get; set; } = "";

    public string Status { get; set; } = "shipped";

    public DateOnly? Delivered { get; set; }

    public CustomValues Custom { get; set; } = new();

    public DateTimeOffset Created { get; init; }

    public DateTimeOffset Modified { get; set; }

    public JsonObject ToSummary() => new()
    {
        ["shipment_id"] = Id,
        ["shipment_number"] = Number,
        ["carrier"] = DeliveryMethod,
        ["delivery_method"] = DeliveryMethod,
        ["tracking_number"] = TrackingNumber,
        ["shipping_date"] = CompanyClock.Show(Date),
        ["status"] = Status,
        ["detailed_status"] = "",
        ["notes"] = Notes,
    };
}
