using Isthmus.Sandbox.ZohoInventory.Lists;
using Isthmus.Sandbox.ZohoInventory.Organization;

namespace Isthmus.Sandbox.ZohoInventory.Purchasing;

/// <summary>Goods of one purchase order that have come in: they are in the physical stock.</summary>
internal sealed class PurchaseReceive : IStamped
{
    public required string Id { get; init; }

    public required string Number { get; set; }

    public required string PurchaseOrderId { get; init; }

    public DateOnly Date { get; set; }

    public string Notes { get; set; } = "";

    public List<PurchaseReceiveLine> Lines { get; set; } = [];

    public CustomValues Custom { get; set; } = new();

    public DateTimeOffset Created { get; init; }

    public DateTimeOffset Modified { get; set; }
}

/// <summary>A quantity of one line of the purchase order, by that line's id.</summary>
internal sealed record PurchaseReceiveLine(string Id, string OrderLineId, decimal Quantity);
