namespace Isthmus.Cli.Replay;

/// <summary>How a replay runs.</summary>
internal sealed record ReplayOptions
{
    public required string File { get; init; }

    /// <summary>Only so many invoices from the top of the file; null takes all.</summary>
    public int? Limit { get; init; }

    /// <summary>Customers who pay at the same time.</summary>
    public int Concurrency { get; init; } = 16;

    /// <summary>How long nothing may move before what is missing counts as lost.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(120);

    public bool Json { get; init; }

    /// <summary>Keep the state folder even when the proof holds.</summary>
    public bool Keep { get; init; }
}
