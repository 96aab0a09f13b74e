namespace Isthmus.Fuzz;

/// <summary>What came of one target.</summary>
/// <param name="Inputs">How many were tried.</param>
/// <param name="Seconds">How long it took.</param>
/// <param name="SlowestMs">The longest that one input took.</param>
/// <param name="GrownBytes">By how much the managed heap grew from the tenth part to the end.</param>
/// <param name="Findings">What was wrong: the first few of each kind.</param>
/// <param name="Wrong">How many inputs something was wrong with.</param>
public sealed record TargetReport(
    long Inputs, double Seconds, double SlowestMs, long GrownBytes, IReadOnlyList<Finding> Findings, long Wrong);
