namespace Isthmus.Core.Failures;

/// <summary>How patient the policy is.</summary>
public sealed record FailurePolicyOptions
{
    /// <summary>Delay before the first retry that waits; doubles up to <see cref="LongestDelay"/>. Default 1 s.</summary>
    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromSeconds(1);
    /// <summary>No retry waits longer, unless the vendor asks for it. Default 10 min.</summary>
    public TimeSpan LongestDelay { get; init; } = TimeSpan.FromMinutes(10);
    /// <summary>
    /// First tries that are repeated at once, where it is known that nothing happened: transient and locked failures only.
    /// Default 1.
    /// </summary>
    public int ImmediateTries { get; init; } = 1;
    /// <summary>Tries for transient and locked failures. Default 60, about eight hours.</summary>
    public int PatientTries { get; init; } = 60;
    /// <summary>Tries for our own mistakes, in case they are races. Default 3.</summary>
    public int BugTries { get; init; } = 3;
    /// <summary>A vendor that asks for a wait as long as this pauses the connection. Default 5 min.</summary>
    public TimeSpan LongThrottle { get; init; } = TimeSpan.FromMinutes(5);
    /// <summary>How long a connection is paused before its first probe; doubles up to <see cref="LongestProbe"/>. Default 10 s.</summary>
    public TimeSpan FirstProbe { get; init; } = TimeSpan.FromSeconds(10);
    /// <summary>No probe waits longer, unless the vendor asks for it. Default 15 min.</summary>
    public TimeSpan LongestProbe { get; init; } = TimeSpan.FromMinutes(15);
    /// <summary>The beat in which waiting runs are let go once a connection is well: 1, 2, 4 ... 256 a beat. Default 1 s.</summary>
    public TimeSpan ReleaseEvery { get; init; } = TimeSpan.FromSeconds(1);
    /// <summary>Hold records that miss a reference for a person instead of dead-lettering them. Default false.</summary>
    public bool HoldMissingReferences { get; init; }
    /// <summary>Who looks after which failures, before the owners by class. Default none.</summary>
    public IReadOnlyList<OwnerRule> Owners { get; init; } = [];
}
