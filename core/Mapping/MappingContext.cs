namespace Isthmus.Core.Mapping;

/// <summary>What a mapping may know besides the record itself.</summary>
public sealed record MappingContext
{
    /// <summary>Nothing but the record.</summary>
    public static MappingContext Empty { get; } = new();

    /// <summary>
    /// Values by name, read in documents as <c>@name</c>. A name that the document does not declare is refused.
    /// </summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <summary>Tables that only the run knows, such as <c>items</c>: SKU to item id. By name, then by key.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Lookups { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, string>>();

    /// <summary>The clock behind <c>@today</c>.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
