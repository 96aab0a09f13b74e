using System.Text.Json.Serialization;
using Isthmus.Sandbox.ZohoInventory.Lists;
using Isthmus.Sandbox.ZohoInventory.Organization;

namespace Isthmus.Sandbox.ZohoInventory.Adjustments;

/// <summary>A correction of stock by quantity, or of its worth by value. It counts at once; deleting it undoes it.</summary>
internal sealed class Adjustment : IStamped
{
    public required string Id { get; init; }

    public DateOnly Date { get; set; }

    public string Reason { get; set; } = "";

    public string Description { get; set; } = "";

    public string ReferenceNumber { get; set; } = "";

    /// <summary>"quantity" or "value".</summary>
    public string Type { get; set; } = "quantity";

    public string? LocationId { get; set; }

    public List<AdjustmentLine> Lines { get; set; } = [];

    public CustomValues Custom { get; set; } = new();

    public DateTimeOffset Created { get; init; }

    public DateTimeOffset Modified { get; set; }

    [JsonIgnore]
    public decimal Total => Lines.Sum(line => line.Value);
}

/// <summary>One item at one place. The quantity is signed; the value, in the base currency, is what the line is worth.</summary>
internal sealed record AdjustmentLine(string Id, string ItemId, string Name, string Description, string Unit,
    decimal Quantity, decimal Value, string AccountId, string LocationId);
