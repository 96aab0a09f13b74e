using Isthmus.Sandbox.ZohoInventory.Lists;
using Isthmus.Sandbox.ZohoInventory.Organization;

namespace Isthmus.Sandbox.ZohoInventory.Transfers;

/// <summary>
/// Goods moved from one place to another: transferred at once, or draft, in_transit (they have left and not arrived) and then
/// transferred.
/// </summary>
internal sealed class TransferOrder : IStamped
{
    public required string Id { get; init; }

    public string Number { get; set; } = "";

    public DateOnly Date { get; set; }

    public string Description { get; set; } = "";

    public string FromId { get; set; } = "";

    public string ToId { get; set; } = "";

    public bool IsInTransit { get; set; }

    public string Status { get; set; } = "draft";

    public List<TransferLine> Lines { get; set; } = [];

    public CustomValues Custom { get; set; } = new();

    public DateTimeOffset Created { get; init; }

    public DateTimeOffset Modified { get; set; }
}

/// <summary>A quantity of one item.</summary>
internal sealed record TransferLine(string Id, string ItemId, string Name, string Description, string Unit, decimal Quantity);
