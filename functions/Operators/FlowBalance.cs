using Isthmus.Core.Runs;

namespace Isthmus.Functions.Operators;

/// <summary>Where the runs of one flow stand. Received = the sum of the others, or <see cref="Balanced"/> is false.</summary>
public sealed record FlowBalance(
    string Flow, int Received, int Done, int Running, int Waiting, int Held, int DeadLettered, int Ignored, bool Balanced)
{
    /// <summary>A flow's counts, spelled out.</summary>
    public static FlowBalance Of(string flow, RunCounts counts)
    {
        int In(RunState state) => counts.States.GetValueOrDefault(state);
        return new(
            flow, counts.Received, In(RunState.Done), In(RunState.Running), In(RunState.Waiting), In(RunState.Held),
            In(RunState.DeadLettered), In(RunState.Ignored), counts.Balanced);
    }
}
