using Isthmus.Connectors.Options;

namespace Isthmus.Connectors.Http;

/// <summary>How fast, how many and how large calls on one connection may be, and how long they may take.</summary>
public sealed record CallLimits
{
    /// <summary>Calls allowed in any stretch of time as long as <see cref="Window"/>. 1 to 100,000.</summary>
    public int Calls { get; init; } = 20;

    /// <summary>The stretch of time that <see cref="Calls"/> speaks of. 00:00:00.1 to 1.00:00:00.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Calls allowed in any 24 hours; null for no limit.</summary>
    public int? PerDay { get; init; }

    /// <summary>Calls under way at the same time. 1 to 1,000.</summary>
    public int Concurrency { get; init; } = 8;

    /// <summary>
    /// Steps that wait for their turn in the process; further ones give their place back and come again when it is their turn.
    /// Fewer than host.json's <c>maxConcurrentActivityFunctions</c>, so that no connection takes all of them. 1 to 1,000.
    /// </summary>
    public int Waiting { get; init; } = 64;

    /// <summary>
    /// The longest that a call waits for its turn, or because the vendor said Retry-After, before it is given back as
    /// throttled.
    /// </summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Tries after the first one. 0 to 10.</summary>
    public int Retries { get; init; } = 3;

    /// <summary>Pause before the first retry; doubles with each one, with jitter.</summary>
    public TimeSpan RetryPause { get; init; } = TimeSpan.FromSeconds(0.5);

    /// <summary>How long one try may take, from the first byte sent to the last one read.</summary>
    public TimeSpan TryTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a call may take with its retries and waits.</summary>
    public TimeSpan TotalTimeout { get; init; } = TimeSpan.FromSeconds(180);

    /// <summary>
    /// So many tries in a row that failed pause the connection, however slowly they come; so do as many in half a minute of which
    /// half failed. 2 to 10,000.
    /// </summary>
    public int BreakerCalls { get; init; } = 20;

    /// <summary>The largest request body in bytes.</summary>
    public int LargestRequest { get; init; } = 4 * 1024 * 1024;

    /// <summary>The largest answer in bytes.</summary>
    public int LargestAnswer { get; init; } = 16 * 1024 * 1024;

    internal void Validate(OptionsProblems problems) => problems
        .Between(nameof(Calls), Calls, 1, 100_000)
        .Between(nameof(Window), Window, TimeSpan.FromSeconds(0.1), TimeSpan.FromDays(1))
        .Between(nameof(PerDay), PerDay ?? 1, 1, 100_000_000)
        .Between(nameof(Concurrency), Concurrency, 1, 1_000)
        .Between(nameof(Waiting), Waiting, 1, 1_000)
        .Between(nameof(LongestWait), LongestWait, TimeSpan.Zero, TimeSpan.FromHours(1))
        .Between(nameof(Retries), Retries, 0, 10)
        .Between(nameof(RetryPause), RetryPause, TimeSpan.Zero, TimeSpan.FromMinutes(1))
        .Between(nameof(TryTimeout), TryTimeout, TimeSpan.FromSeconds(0.1), TimeSpan.FromMinutes(10))
        .Between(nameof(TotalTimeout), TotalTimeout, TryTimeout, TimeSpan.FromHours(1))
        .Between(nameof(BreakerCalls), BreakerCalls, 2, 10_000)
        .Between(nameof(LargestRequest), LargestRequest, 1_024, 256 * 1024 * 1024)
        .Between(nameof(LargestAnswer), LargestAnswer, 1_024, 256 * 1024 * 1024);
}
