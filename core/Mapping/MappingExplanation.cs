namespace Isthmus.Core.Mapping;

/// <summary>Where each field of a target record came from.</summary>
/// <param name="Result">The record itself, as <see cref="Mapping.Apply"/> makes it.</param>
/// <param name="Fields">One entry for each field that was made, in the target's order.</param>
public sealed record MappingExplanation(MappingResult Result, IReadOnlyList<FieldLineage> Fields);

/// <summary>The origin of one field.</summary>
/// <param name="Target">The field, with positions: <c>lines[0].sku</c>.</param>
/// <param name="Operation">The operation that made it.</param>
/// <param name="Sources">What the operation read and found.</param>
/// <param name="Value">What it made, shortened, masked when personal.</param>
/// <param name="Defaulted">True when the source had nothing and the document's default stands.</param>
public sealed record FieldLineage(
    string Target, string Operation, IReadOnlyList<SourceRead> Sources, string? Value, bool Defaulted);

/// <summary>One source field that was read.</summary>
/// <param name="Path">Where, with positions; <c>@name</c> is a variable.</param>
/// <param name="Value">What was there, shortened, masked when personal.</param>
public sealed record SourceRead(string Path, string? Value);
