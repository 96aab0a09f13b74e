namespace Isthmus.Core.Purchasing;

/// <summary>Goods of one purchase order that came together.</summary>
public sealed record GoodsReceipt
{
    /// <summary>The business key: the receipt's number or id where it was entered.</summary>
    public string Key { get; init; } = "";

    /// <summary>The number that people use.</summary>
    public string Number { get; init; } = "";

    /// <summary>The day they came.</summary>
    public DateOnly Date { get; init; }

    /// <summary>What came.</summary>
    public IReadOnlyList<ReceivedLine> Lines { get; init; } = [];

    /// <summary>The receipt with the lines that <paramref name="targets"/> names, each once, under those names.</summary>
    /// <param name="targets">The target's lines by the source's.</param>
    public GoodsReceipt Onto(IReadOnlyDictionary<string, string> targets) => this with
    {
        Lines =
        [
            .. Lines.Where(line => line.Quantity != 0).GroupBy(line => targets[line.OrderLine])
                .Select(same => new ReceivedLine(same.Key, same.Sum(line => line.Quantity))),
        ],
    };
}

/// <summary>What came for one line of the order.</summary>
/// <param name="OrderLine">The id of the order's line.</param>
/// <param name="Quantity">How many.</param>
public sealed record ReceivedLine(string OrderLine, decimal Quantity);
