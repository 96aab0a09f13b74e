namespace Isthmus.Connectors.Options;

/// <summary>The configuration cannot be used; the message lists every problem, one a line.</summary>
public sealed class InvalidOptionsException(IReadOnlyList<OptionsProblem> problems) : Exception(
    $"The configuration has {problems.Count} problem(s):{Environment.NewLine}{string.Join(Environment.NewLine, problems)}")
{
    /// <summary>What is wrong.</summary>
    public IReadOnlyList<OptionsProblem> Problems { get; } = problems;
}
