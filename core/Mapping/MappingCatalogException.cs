namespace Isthmus.Core.Mapping;

/// <summary>One mistake in a mapping document or reference table.</summary>
/// <param name="Path">File and place: <c>stripe-order.yaml:14 fields[3].operation</c>.</param>
/// <param name="Value">What stands there.</param>
/// <param name="Message">What is wrong with it.</param>
/// <param name="Cure">What to write instead.</param>
public sealed record DocumentProblem(string Path, string? Value, string Message, string Cure)
{
    /// <inheritdoc />
    public override string ToString() =>
        Value is null ? $"{Path}: {Message} {Cure}" : $"{Path}: '{Value}': {Message} {Cure}";
}

/// <summary>The mapping documents cannot be used; holds every mistake of every document.</summary>
public sealed class MappingCatalogException : Exception
{
    internal MappingCatalogException(IReadOnlyList<DocumentProblem> problems)
        : base($"{problems.Count} problem(s) in the mapping documents:\n" + string.Join('\n', problems)) =>
        Problems = problems;

    /// <summary>All mistakes, in the order of the files.</summary>
    public IReadOnlyList<DocumentProblem> Problems { get; }
}
