namespace Isthmus.Core.Runs;

/// <summary>How many runs a flow received and where they stand.</summary>
/// <param name="Received">How many runs began, ever.</param>
/// <param name="States">How many stand in each state; states that no run is in may be missing.</param>
public sealed record RunCounts(int Received, IReadOnlyDictionary<RunState, int> States)
{
    /// <summary>True when every run that was received stands in exactly one state.</summary>
    public bool Balanced => Received == States.Values.Sum();
}
