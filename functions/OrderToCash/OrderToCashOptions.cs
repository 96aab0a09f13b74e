namespace Isthmus.Functions.OrderToCash;

/// <summary>What a company decides about its order-to-cash flow; configuration section <c>Isthmus:OrderToCash</c>.</summary>
public sealed record OrderToCashOptions
{
    /// <summary>Orders above this many minor units of their currency wait for approval; 0 means never. Default 0.</summary>
    public long HoldAbove { get; init; }

    /// <summary>Orders whose payment country differs from the delivery country wait for approval. Default false.</summary>
    public bool HoldOnCountryMismatch { get; init; }

    /// <summary>Orders with more lines than this wait for approval; 0 means never. Default 0.</summary>
    public int HoldAboveLines { get; init; }

    /// <summary>
    /// Partial captures: <c>adjust</c> bills what was captured, <c>hold</c> asks a person first. Default adjust.
    /// </summary>
    public string PartialCapture { get; init; } = "adjust";

    /// <summary>Starts every document number that we give, at most 6 characters. Default <c>STR-</c>.</summary>
    public string NumberPrefix { get; init; } = "STR-";

    /// <summary>Carry confirmed orders on to Sage 100. Default true.</summary>
    public bool ForwardToSage { get; init; } = true;

    /// <summary>
    /// Make an item in Zoho of an order's line whose SKU it lacks, with the line's description and price. Default false: the order
    /// is dead-lettered, because a mistyped SKU would become an item.
    /// </summary>
    public bool CreateMissingItems { get; init; }
}
