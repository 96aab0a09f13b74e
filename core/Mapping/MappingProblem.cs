namespace Isthmus.Core.Mapping;

/// <summary>One thing that is wrong with a record, in words for people.</summary>
/// <param name="Path">Where in the source, with positions: <c>line_items[3].price.metadata.sku</c>.</param>
/// <param name="Target">The field of the target that could not be made.</param>
/// <param name="Value">What was there, shortened, masked when personal; null when nothing was there.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Cure">What a person can do about it.</param>
public sealed record MappingProblem(string Path, string Target, string? Value, string Message, string Cure)
{
    /// <summary>The table that lacks <see cref="Value"/>, when that is the trouble; null otherwise.</summary>
    public string? MissingIn { get; init; }

    /// <inheritdoc />
    public override string ToString() => $"{Target} from {Path}: {Message} {Cure}";
}
