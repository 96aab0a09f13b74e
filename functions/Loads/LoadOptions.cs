namespace Isthmus.Functions.Loads;

/// <summary>How loads go about it; configuration section <c>Isthmus:Loads</c>.</summary>
public sealed record LoadOptions
{
    /// <summary>Records a page; a load rests, is stopped and goes on after a crash at the end of one. 1 to 500, by default 100.</summary>
    public int PageSize { get; init; } = 100;

    /// <summary>
    /// Records that are carried at the same time; the vendor's limits hold whatever is said here. 1 to 64, by default 8.
    /// </summary>
    public int Parallel { get; init; } = 8;

    /// <summary>
    /// How often a record is tried that meets something which may pass, before it becomes a dead letter and the load goes on.
    /// Default 5.
    /// </summary>
    public int Tries { get; init; } = 5;

    /// <summary>
    /// A load rests when so many records have failed, because they are likely to have one cause. Default 1,000; zero: it never does.
    /// </summary>
    public int PauseAfterFailures { get; init; } = 1000;
}
