using Isthmus.Core.Failures;

namespace Isthmus.Functions.Steps;

/// <summary>A step gave up; the orchestration dead-letters its run.</summary>
public sealed class StepFailedException(string step, Failure failure, int attempts = 1) : Exception(failure.Message)
{
    /// <summary>The activity that failed.</summary>
    public string Step { get; } = step;

    /// <summary>Why.</summary>
    public Failure Failure { get; } = failure;

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; } = attempts;
}
