using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Isthmus.Sandbox.ZohoInventory.Lists;
using Isthmus.Sandbox.ZohoInventory.Organization;

namespace Isthmus.Sandbox.ZohoInventory.SalesReturns;

/// <summary>
/// Shipped goods of one sales order that the customer gives back: approved, or pending_approval and declined where returns have
/// to be approved. The vendor's file names no other value than approved.
/// </summary>
internal sealed class SalesReturn : IStamped
{
    public required string Id { get; init; }

    public required string Number { get; set; }

    public required string SalesOrderId { get; init; }

    public string Status { get; set; } = "approved";

    public DateOnly Date { get; set; }

    public string Reason { get; set; } = "";

    public string? LocationId { get; set; }

    public List<ReturnLine> Lines { get; set; } = [];

    public CustomValues Custom { get; set; } = new();

    public DateTimeOffset Created { get; init; }

    public DateTimeOffset Modified { get; set; }

    [JsonIgnore]
    public string ReceiveStatus => Lines.TrueForAll(line => line.Received == 0) ? "not_received"
        : Lines.TrueForAll(line => line.Received >= line.Quantity) ? "received" : "partially_received";

    /// <summary>As a sales order shows it among its returns.</summary>
    public JsonObject ToSummary() => new()
    {
        ["salesreturn_id"] = Id,
        ["salesreturn_number"] = Number,
        ["date"] = CompanyClock.Show(Date),
        ["salesreturn_status"] = Status,
        ["receive_status"] = ReceiveStatus,
        ["quantity"] = Lines.Sum(line => line.Total),
    };
}

/// <summary>Units of one sales order line: some that come back, some that are only credited.</summary>
internal sealed class ReturnLine
{
    public required string Id { get; init; }

    public required string OrderLineId { get; init; }

    public string? ItemId { get; init; }

    public string Name { get; init; } = "";

    public string Description { get; init; } = "";

    public string Sku { get; init; } = "";

    public string Unit { get; init; } = "";

    public decimal Rate { get; init; }

    /// <summary>Units that can be received.</summary>
    public decimal Quantity { get; init; }

    /// <summary>Units that are credited and do not come back.</summary>
    public decimal NonReceive { get; init; }

    public required string LocationId { get; init; }

    public decimal Received { get; set; }

    public decimal Credited { get; set; }

    public decimal CreditedOnly { get; set; }

    [JsonIgnore]
    public decimal Total => Quantity + NonReceive;

    public decimal LeftToCredit(bool isReceivable) => isReceivable ? Quantity - Credited : NonReceive - CreditedOnly;
}
