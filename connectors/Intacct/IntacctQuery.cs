using System.Text.Json;

namespace Isthmus.Connectors.Intacct;

/// <summary>A question for records of one object.</summary>
/// <param name="Object">The object, in upper case: <c>CUSTOMER</c>.</param>
/// <param name="Fields">Its fields; those of related records with a dot: <c>DISPLAYCONTACT.EMAIL1</c>. There is no "all".</param>
public sealed record IntacctQuery(string Object, IReadOnlyList<string> Fields)
{
    /// <summary>Which records; null for all.</summary>
    public IntacctFilter? Filter { get; init; }

    /// <summary>The fields that order them, ascending.</summary>
    public IReadOnlyList<string>? OrderBy { get; init; }

    /// <summary>How many at most: 1 to 2,000.</summary>
    public int PageSize { get; init; } = 100;

    /// <summary>Whether records that are private to an entity are wanted too.</summary>
    public bool ShowPrivate { get; init; } = true;
}

/// <summary>What a query found.</summary>
/// <param name="Rows">
/// The records: fields by name, those of related records nested, text as Intacct wrote it. A field that repeats is a list.
/// </param>
/// <param name="Total">How many records fit in all.</param>
/// <param name="Remaining">How many lie behind these.</param>
public sealed record IntacctPage(IReadOnlyList<JsonElement> Rows, long Total, long Remaining);
