using System.Text.Json.Serialization;

namespace Isthmus.Core.Failures;

/// <summary>What to do about a failure.</summary>
[JsonConverter(typeof(CamelCaseWords<FailureAction>))]
public enum FailureAction
{
    /// <summary>Try the same step again at once.</summary>
    RetryNow,
    /// <summary>Try the same step again after a delay.</summary>
    RetryLater,
    /// <summary>Keep all work away from the connection until it is well; the try does not count.</summary>
    PauseConnection,
    /// <summary>Stop and wait for a person's decision.</summary>
    Hold,
    /// <summary>Give up and keep the record for repair.</summary>
    DeadLetter,
}

/// <summary>The decision about one failure.</summary>
/// <param name="Action">What to do.</param>
/// <param name="Delay">How long to wait before a retry, or at least before the first probe of a pause; zero otherwise.</param>
public readonly record struct FailureDecision(FailureAction Action, TimeSpan Delay);
