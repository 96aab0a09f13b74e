using System.Text.Json.Serialization;

namespace Isthmus.Core.Failures;

/// <summary>What to do about a failure.</summary>
[JsonConverter(typeof(CamelCaseWords<FailureAction>))]
public enum FailureAction
{
    /// <summary>Try the same step again after a delay.</summary>
    Retry,
    /// <summary>Stop and wait for a person's decision.</summary>
    Hold,
    /// <summary>Give up and keep the record for repair.</summary>
    DeadLetter,
}

/// <summary>The decision about one failure.</summary>
/// <param name="Action">What to do.</param>
/// <param name="Delay">How long to wait before a retry; zero otherwise.</param>
public readonly record struct FailureDecision(FailureAction Action, TimeSpan Delay);

/// <summary>How patient the policy is.</summary>
public sealed record FailurePolicyOptions
{
    /// <summary>Delay before the first retry; doubles up to <see cref="LongestDelay"/>. Default 1 s.</summary>
    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromSeconds(1);
    /// <summary>No retry waits longer, unless the vendor asks for it. Default 10 min.</summary>
    public TimeSpan LongestDelay { get; init; } = TimeSpan.FromMinutes(10);
    /// <summary>Tries for transient, throttled and locked failures. Default 60, about eight hours.</summary>
    public int PatientTries { get; init; } = 60;
    /// <summary>Tries for refused credentials, which somebody may renew meanwhile. Default 12, about half an hour.</summary>
    public int AuthTries { get; init; } = 12;
    /// <summary>Tries for our own mistakes, in case they are races. Default 3.</summary>
    public int BugTries { get; init; } = 3;
    /// <summary>Hold records that miss a reference for a person instead of dead-lettering them. Default false.</summary>
    public bool HoldMissingReferences { get; init; }
    /// <summary>Who looks after which failures, before the owners by class. Default none.</summary>
    public IReadOnlyList<OwnerRule> Owners { get; init; } = [];
}

/// <summary>Decides what happens after a failure: a pure function of the failure, the attempt and the configuration.</summary>
public static class FailurePolicy
{
    /// <summary>The decision for the given failed attempt.</summary>
    /// <param name="failure">What went wrong.</param>
    /// <param name="attempt">1 for the first try.</param>
    /// <param name="options">How patient to be.</param>
    public static FailureDecision Decide(Failure failure, int attempt, FailurePolicyOptions options) => failure.Class switch
    {
        FailureClass.Transient or FailureClass.Throttled or FailureClass.Locked => RetryUpTo(options.PatientTries, failure, attempt, options),
        FailureClass.Auth => RetryUpTo(options.AuthTries, failure, attempt, options),
        FailureClass.Bug => RetryUpTo(options.BugTries, failure, attempt, options),
        FailureClass.ReferenceMissing when options.HoldMissingReferences => new(FailureAction.Hold, TimeSpan.Zero),
        _ => new(FailureAction.DeadLetter, TimeSpan.Zero),
    };

    /// <summary>Who looks after a failure: by the first rule that fits, else by its class.</summary>
    public static string Owner(Failure failure, FailurePolicyOptions options) =>
        options.Owners.FirstOrDefault(rule => rule.Fits(failure))?.Owner ?? Owner(failure.Class);

    /// <summary>Who looks after failures of a class when no rule names somebody else.</summary>
    public static string Owner(FailureClass failureClass) => failureClass switch
    {
        FailureClass.ReferenceMissing or FailureClass.Validation or FailureClass.Conflict => "finance",
        FailureClass.Bug => "isthmus",
        _ => "it",
    };

    private static FailureDecision RetryUpTo(int tries, Failure failure, int attempt, FailurePolicyOptions options)
    {
        if (attempt >= tries) return new(FailureAction.DeadLetter, TimeSpan.Zero);
        var doubled = options.FirstDelay * Math.Pow(2, Math.Min(attempt - 1, 30));
        var delay = doubled < options.LongestDelay ? doubled : options.LongestDelay;
        return new(FailureAction.Retry, failure.RetryAfter is { } asked && asked > delay ? asked : delay);
    }
}
