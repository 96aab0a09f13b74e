using Isthmus.Cli.Stack;

namespace Isthmus.Bench.Chaos;

/// <summary>How much trouble, for how many orders.</summary>
internal sealed record ChaosOptions
{
    /// <summary>Orders that customers pay while the app dies and comes back.</summary>
    public int Orders { get; init; } = 1000;

    /// <summary>Orders, lives and faults follow from it.</summary>
    public required int Seed { get; init; }

    /// <summary>From when the app answers to kill -9, at least.</summary>
    public TimeSpan ShortestLife { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>From when the app answers to kill -9, at most.</summary>
    public TimeSpan LongestLife { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Kills after the last order was paid.</summary>
    public int LastKills { get; init; } = 4;

    /// <summary>The pause between two payments, on average.</summary>
    public TimeSpan Pace { get; init; } = TimeSpan.FromMilliseconds(60);

    /// <summary>The share of vendor calls that go wrong.</summary>
    public double FaultRate { get; init; } = 0.05;

    /// <summary>How long nothing may move before it counts as stuck.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(240);

    /// <summary>
    /// Whether to wait for the sweep that finds, within three minutes, events whose message was lost between the inbox and the queue.
    /// </summary>
    public bool AwaitForgotten { get; init; } = true;

    /// <summary>Where the programs lie and where the state goes.</summary>
    public required StackOptions Stack { get; init; }
}
