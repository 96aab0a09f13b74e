namespace Isthmus.Flows.Tests.Crash;

/// <summary>What happens at the n-th durable write or vendor call.</summary>
public enum Form
{
    /// <summary>Nothing: the moments are only counted.</summary>
    Nothing,

    /// <summary>It does not happen, and the caller hears of that.</summary>
    Refused,

    /// <summary>It happens, but the caller hears that it failed.</summary>
    AnswerLost,

    /// <summary>It does not happen, because the process dies.</summary>
    KilledBefore,

    /// <summary>It happens, but the process dies before the caller hears of it.</summary>
    KilledAfter,
}
