namespace Isthmus.Sandbox.Sage300.Schema;

/// <summary>One property of an entity, as the view's field defines it.</summary>
/// <param name="Name">As the metadata spells it.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Size">Characters of a text, decimals of a number.</param>
/// <param name="ReadOnly">Whether the view computes it.</param>
internal sealed record Property(string Name, Kind Kind, int Size, bool ReadOnly)
{
    /// <summary>The names of an enumeration, counted from 1 where a number is given instead.</summary>
    public IReadOnlyList<string> Members { get; init; } = [];

    public object? Default => Kind switch
    {
        Kind.Number => 0m,
        Kind.Flag => false,
        Kind.Date => null,
        Kind.Choice => Members[0],
        _ => ""
    };
}
