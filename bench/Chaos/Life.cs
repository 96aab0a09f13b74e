namespace Isthmus.Bench.Chaos;

/// <summary>How long the app may live this time, and what happens after its end.</summary>
/// <param name="AfterBegin">From the start of the next process to its kill, or null: it is let come up.</param>
/// <param name="AfterReady">From when it answers to its kill.</param>
/// <param name="Moves">Whether the next process gets a copy of the state, and the state itself is gone.</param>
internal sealed record Life(TimeSpan? AfterBegin, TimeSpan AfterReady, bool Moves);
