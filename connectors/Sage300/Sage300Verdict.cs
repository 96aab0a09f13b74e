using Isthmus.Core.Failures;

namespace Isthmus.Connectors.Sage300;

/// <summary>What an error code means to us.</summary>
/// <param name="Class">What kind of trouble it is.</param>
/// <param name="Cure">What a person can do about it.</param>
/// <param name="RetryNow">True when it may be gone in a moment.</param>
internal sealed record Sage300Verdict(FailureClass Class, string Cure, bool RetryNow = false)
{
    /// <summary>How long to wait where the server does not say.</summary>
    public TimeSpan? Wait { get; init; }

    /// <summary>Said before anything was done, whatever the status.</summary>
    public bool NothingDone { get; init; }
}
