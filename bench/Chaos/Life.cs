namespace Isthmus.Bench.Chaos;

/// <summary>How long the app may live this time.</summary>
/// <param name="AfterBegin">From the start of the process, or null: it is let come up.</param>
/// <param name="AfterReady">From when it answers.</param>
internal sealed record Life(TimeSpan? AfterBegin, TimeSpan AfterReady);
