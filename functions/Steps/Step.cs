using Isthmus.Core.Failures;

namespace Isthmus.Functions.Steps;

/// <summary>What an orchestration asks an activity to do.</summary>
/// <param name="RunId">The run it belongs to: the orchestration's instance id.</param>
/// <param name="Attempt">1 for the first try.</param>
/// <param name="Input">The step's own input.</param>
public sealed record Step<T>(string RunId, int Attempt, T Input);

/// <summary>What came of a step: a value, or a failure and what the policy says about it.</summary>
/// <param name="Value">The result, when there is no failure.</param>
/// <param name="Failure">What went wrong, or null.</param>
/// <param name="Decision">What to do about the failure.</param>
public sealed record StepResult<T>(T? Value, Failure? Failure, FailureDecision Decision);

/// <summary>The answer of a step that has nothing to say.</summary>
public sealed record Nothing
{
    /// <summary>The one value.</summary>
    public static Nothing Value { get; } = new();
}

/// <summary>A person's decision about a held run, raised as the event <c>decision</c>.</summary>
/// <param name="Approved">True to go on, false to give up.</param>
/// <param name="Operator">Who decided.</param>
/// <param name="Note">Why.</param>
public sealed record HoldDecision(bool Approved, string Operator, string? Note);
