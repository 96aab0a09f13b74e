using Isthmus.Connectors.Options;

namespace Isthmus.Connectors.Sage100;

/// <summary>How records that many steps want written at the same time are put into one call.</summary>
public sealed record SageBatchOptions
{
    /// <summary>Put them together. Default true; false gives every record a call of its own.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>
    /// How long a record waits for others, at most. Default zero: it waits only while as many calls as may be are under way, so that
    /// a lone record loses no time. 00:00:00 to 00:00:05.
    /// </summary>
    public TimeSpan Window { get; init; } = TimeSpan.Zero;

    /// <summary>
    /// Records in such a call: 1 to 500. Default 50, because all of them wait for the last of them.
    /// </summary>
    public int Records { get; init; } = 50;

    internal void Validate(OptionsProblems problems) => problems
        .Between(nameof(Window), Window, TimeSpan.Zero, TimeSpan.FromSeconds(5))
        .Between(nameof(Records), Records, 1, 500);
}
