using Isthmus.Sandbox.ZohoInventory.Lists;

namespace Isthmus.Sandbox.ZohoInventory.SalesReturns;

/// <summary>Goods of one sales return that have arrived. This is what puts physical stock back.</summary>
internal sealed class ReturnReceive : IStamped
{
    public required string Id { get; init; }

    public required string Number { get; init; }

    public required string ReturnId { get; init; }

    public DateOnly Date { get; set; }

    public string Notes { get; set; } = "";

    public List<ReceivedLine> Lines { get; set; } = [];

    public DateTimeOffset Created { get; init; }

    public DateTimeOffset Modified { get; set; }
}

/// <summary>A quantity of one line of the return.</summary>
internal sealed record ReceivedLine(string Id, string ReturnLineId, decimal Quantity);
