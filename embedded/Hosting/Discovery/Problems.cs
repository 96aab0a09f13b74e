namespace Isthmus.Embedded.Hosting.Discovery;

/// <summary>Everything that is wrong with the app, so that all of it is told at once.</summary>
internal sealed class Problems
{
    private readonly List<string> found = [];

    public int Count => found.Count;

    public void Add(string problem) => found.Add(problem);

    public void ThrowIfAny()
    {
        if (found.Count > 0) throw new MisuseException(found);
    }
}

/// <summary>The app cannot start as it is written; each problem names the function, the parameter and the cure.</summary>
internal sealed class MisuseException(IReadOnlyList<string> problems)
    : Exception("The app cannot start:" + string.Concat(problems.Select(problem => Environment.NewLine + "  - " + problem)))
{
    public IReadOnlyList<string> Problems { get; } = problems;
}
