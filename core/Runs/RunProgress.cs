namespace Isthmus.Core.Runs;

/// <summary>How far a run has come that carries many records.</summary>
/// <param name="Done">Records that were read and settled.</param>
/// <param name="Left">Records that are left, as they were counted at the beginning; null while that is not known.</param>
/// <param name="PerSecond">Records a second, while it is at work.</param>
/// <param name="EndsAt">When it will be through at that pace; null while that is not known, and when it is at rest.</param>
public sealed record RunProgress(long Done, long? Left, double PerSecond, DateTimeOffset? EndsAt);
