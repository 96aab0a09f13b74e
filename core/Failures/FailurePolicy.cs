namespace Isthmus.Core.Failures;

/// <summary>Decides what happens after a failure: a pure function of the failure, the attempt and the configuration.</summary>
public static class FailurePolicy
{
    /// <summary>The decision for the given failed attempt.</summary>
    /// <param name="failure">What went wrong.</param>
    /// <param name="attempt">1 for the first try; tries that met a paused connection do not count.</param>
    /// <param name="options">How patient to be.</param>
    public static FailureDecision Decide(Failure failure, int attempt, FailurePolicyOptions options) => failure.Class switch
    {
        _ when Pauses(failure, options) => new(FailureAction.PauseConnection, failure.RetryAfter ?? TimeSpan.Zero),
        FailureClass.Transient or FailureClass.Locked when attempt <= options.ImmediateTries && NothingHappened(failure) =>
            new(FailureAction.RetryNow, TimeSpan.Zero),
        FailureClass.Transient or FailureClass.Locked => RetryUpTo(options.PatientTries, failure, attempt, options),
        FailureClass.Throttled => RetryUpTo(int.MaxValue, failure, attempt, options),
        FailureClass.Bug => RetryUpTo(options.BugTries, failure, attempt, options),
        FailureClass.ReferenceMissing when options.HoldMissingReferences => new(FailureAction.Hold, TimeSpan.Zero),
        _ => new(FailureAction.DeadLetter, TimeSpan.Zero),
    };

    /// <summary>How long after a probe that failed the next one comes.</summary>
    /// <param name="probes">How many have failed since the connection was paused; 0 before the first.</param>
    /// <param name="asked">How long the vendor asks to wait.</param>
    /// <param name="options">How patient to be.</param>
    public static TimeSpan UntilProbe(int probes, TimeSpan? asked, FailurePolicyOptions options)
    {
        var wait = Doubled(options.FirstProbe, probes, options.LongestProbe);
        return asked > wait ? asked.Value : wait;
    }

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

    private static bool Pauses(Failure failure, FailurePolicyOptions options) => failure.Connection != Failure.Ours && (failure.Outage
        || failure.Class == FailureClass.Auth
        || (failure.Class == FailureClass.Throttled && failure.RetryAfter >= options.LongThrottle));

    private static bool NothingHappened(Failure failure) => failure is { EffectUnknown: false, RetryAfter: null };

    private static FailureDecision RetryUpTo(int tries, Failure failure, int attempt, FailurePolicyOptions options)
    {
        if (attempt >= tries) return new(FailureAction.DeadLetter, TimeSpan.Zero);
        var delay = Doubled(options.FirstDelay, attempt - 1, options.LongestDelay);
        return new(FailureAction.RetryLater, failure.RetryAfter is { } asked && asked > delay ? asked : delay);
    }

    private static TimeSpan Doubled(TimeSpan first, int times, TimeSpan longest)
    {
        var doubled = first * Math.Pow(2, Math.Min(times, 30));
        return doubled < longest ? doubled : longest;
    }
}
