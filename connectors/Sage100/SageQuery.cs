using System.Text.Json;

namespace Isthmus.Connectors.Sage100;

/// <summary>Which records of an object are wanted.</summary>
/// <param name="Object">The business object.</param>
public sealed record SageQuery(string Object)
{
    /// <summary>The columns wanted; none for all, and lines.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>Columns that must have these values; null for all records.</summary>
    public IReadOnlyDictionary<string, string>? EqualTo { get; init; }

    /// <summary>
    /// Only what was created or changed since then, inclusive; null for everything. Not every posting moves the stamps of
    /// IM_ItemWarehouse.
    /// </summary>
    public DateTimeOffset? UpdatedSince { get; init; }

    /// <summary>Rows a page: 1 to 1000, by default 500.</summary>
    public int PageSize { get; init; } = 500;
}

/// <summary>One page of records in key order.</summary>
/// <param name="Rows">The records.</param>
/// <param name="Next">Where the next page begins, for the agent only to read; null behind the last page.</param>
public sealed record SagePage(IReadOnlyList<JsonElement> Rows, string? Next);
