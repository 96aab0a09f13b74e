namespace Isthmus.Embedded.Hosting.Logging;

/// <summary>How much of the log is kept in files; settings under <c>Logging:File</c>.</summary>
internal sealed record LogFileOptions
{
    /// <summary>A file grows to so many megabytes before the next one is begun. Default 10.</summary>
    public int Megabytes { get; init; } = 10;

    /// <summary>How many files are kept, the one that is written to included. Default 5.</summary>
    public int Files { get; init; } = 5;
}
