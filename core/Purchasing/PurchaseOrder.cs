namespace Isthmus.Core.Purchasing;

/// <summary>What was ordered from a vendor. Only goods: charges stay in the books that they were entered in.</summary>
public sealed record PurchaseOrder
{
    /// <summary>The business key: the order's number or id where it was entered.</summary>
    public string Key { get; init; } = "";

    /// <summary>The number that people use.</summary>
    public string Number { get; init; } = "";

    /// <summary>Day of the order.</summary>
    public DateOnly Date { get; init; }

    /// <summary>When the goods are expected.</summary>
    public DateOnly? Expected { get; init; }

    /// <summary>How it stands.</summary>
    public PurchaseStatus Status { get; init; }

    /// <summary>True while it shall not go to the vendor.</summary>
    public bool Held { get; init; }

    /// <summary>Who delivers, by the source's key.</summary>
    public string VendorKey { get; init; } = "";

    /// <summary>The goods.</summary>
    public IReadOnlyList<PurchaseLine> Lines { get; init; } = [];

    /// <summary>
    /// The lines that still count: all of an open order, of a closed one what came, of a cancelled one none.
    /// </summary>
    public IReadOnlyList<PurchaseLine> Standing => Status switch
    {
        PurchaseStatus.Open or PurchaseStatus.Draft => [.. Lines.Where(line => line.Quantity > 0)],
        PurchaseStatus.Closed => [.. Lines.Where(line => line.Received > 0).Select(line => line with { Quantity = line.Received })],
        _ => [],
    };
}

/// <summary>How a purchase order stands.</summary>
public enum PurchaseStatus
{
    /// <summary>It is being prepared, or waits for an approval.</summary>
    Draft,
    /// <summary>Goods are expected.</summary>
    Open,
    /// <summary>Nothing more is expected.</summary>
    Closed,
    /// <summary>It was given up before anything came.</summary>
    Cancelled,
}

/// <summary>Goods of one kind on a purchase order.</summary>
public sealed record PurchaseLine
{
    /// <summary>The source's id of the line.</summary>
    public string Id { get; init; } = "";

    /// <summary>Stock-keeping unit as the source writes it.</summary>
    public string Sku { get; init; } = "";

    /// <summary>Text for people.</summary>
    public string Description { get; init; } = "";

    /// <summary>How many are ordered.</summary>
    public decimal Quantity { get; init; }

    /// <summary>How many have come, as the source counts them.</summary>
    public decimal Received { get; init; }

    /// <summary>What one costs, in main units of the vendor's currency.</summary>
    public decimal UnitCost { get; init; }

    /// <summary>When they are expected, where the line says so itself.</summary>
    public DateOnly? Expected { get; init; }

    /// <summary>The source's warehouse or location.</summary>
    public string? Place { get; init; }
}
