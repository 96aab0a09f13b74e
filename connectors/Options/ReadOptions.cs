namespace Isthmus.Connectors.Options;

/// <summary>Options as they were read, with what was wrong in the reading.</summary>
internal sealed record ReadOptions(string Section, IConnectionOptions Options, IReadOnlyList<OptionsProblem> Unreadable)
{
    public IEnumerable<OptionsProblem> Problems() =>
        Unreadable.Concat(Options.Validate().Select(problem => problem with { Name = $"{Section}:{problem.Name}" }));
}
