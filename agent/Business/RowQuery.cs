namespace Isthmus.Agent.Business;

/// <summary>Which rows of an object are wanted, and what of them. Every column named is one of the object's.</summary>
/// <param name="Object">The object.</param>
/// <param name="Limit">How many rows at most.</param>
internal sealed record RowQuery(string Object, int Limit)
{
    /// <summary>The columns wanted; null for all, and lines.</summary>
    public IReadOnlyList<string>? Columns { get; init; }

    /// <summary>Columns that must have these values: strings or decimals.</summary>
    public IReadOnlyList<KeyValuePair<string, object>> EqualTo { get; init; } = [];

    /// <summary>Created or changed at or after this stamp: YYYYMMDD, and decimal hours with five decimals.</summary>
    public (string Date, string Time)? Since { get; init; }

    /// <summary><see cref="RowPage.Next"/> of the page before.</summary>
    public string? After { get; init; }
}

/// <summary>Some rows of a query, in key order.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="Next">Where the next page begins, as the session understands it; null when this is the last.</param>
internal sealed record RowPage(IReadOnlyList<IBusinessRow> Rows, string? Next);
