using System.Text.Json;

namespace Isthmus.Connectors.Sage300;

/// <summary>What is asked of a resource.</summary>
/// <param name="Module">The module: AP, AR, CS, GL, IC, OE, PO.</param>
/// <param name="Resource">The resource with the module's name in front: <c>ARCustomers</c>.</param>
public sealed record Sage300Query(string Module, string Resource)
{
    /// <summary>The properties wanted; none for all of them, with details.</summary>
    public IReadOnlyList<string> Select { get; init; } = [];

    /// <summary>A condition, as <see cref="Sage300Filter"/> writes it; null for all records.</summary>
    public string? Filter { get; init; }

    /// <summary>How many records at most; null for all, or for a page as large as the server's.</summary>
    public int? Top { get; init; }
}

/// <summary>One page of a resource, in the order of its key.</summary>
/// <param name="Rows">The records.</param>
/// <param name="Next">Where the next page begins; null behind the last one.</param>
public sealed record Sage300Page(IReadOnlyList<JsonElement> Rows, string? Next);
