namespace Isthmus.Core.Mapping;

/// <summary>What a mapping made of one record.</summary>
public sealed class MappingResult
{
    internal MappingResult(
        ReadOnlyMemory<byte> output,
        IReadOnlyList<MappingProblem> problems,
        IReadOnlyList<MappingProblem> warnings,
        string version)
    {
        Output = output;
        Problems = problems;
        Warnings = warnings;
        Version = version;
    }

    /// <summary>True when the record has no problem and <see cref="Output"/> may be sent.</summary>
    public bool Ok => Problems.Count == 0;

    /// <summary>The target record as UTF-8 JSON; empty when there are problems.</summary>
    public ReadOnlyMemory<byte> Output { get; }

    /// <summary>Everything that is wrong with the record, not only the first thing.</summary>
    public IReadOnlyList<MappingProblem> Problems { get; }

    /// <summary>What was shortened by a document's policy.</summary>
    public IReadOnlyList<MappingProblem> Warnings { get; }

    /// <summary>The version of the document that made it.</summary>
    public string Version { get; }
}
