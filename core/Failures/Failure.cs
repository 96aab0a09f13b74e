using System.Text.Json.Serialization;

namespace Isthmus.Core.Failures;

/// <summary>What kind of trouble a failure is; it decides who acts and when.</summary>
[JsonConverter(typeof(CamelCaseWords<FailureClass>))]
public enum FailureClass
{
    /// <summary>Timeouts, broken connections, 5xx: the same call may succeed in a moment.</summary>
    Transient,
    /// <summary>The vendor asks for fewer calls.</summary>
    Throttled,
    /// <summary>Somebody else holds the record.</summary>
    Locked,
    /// <summary>Credentials are refused or lack a right.</summary>
    Auth,
    /// <summary>The record itself is wrong: a field, a length, an amount.</summary>
    Validation,
    /// <summary>The record names something the target does not have: an item, a tax, a terms code.</summary>
    ReferenceMissing,
    /// <summary>The target holds something else under the same key.</summary>
    Conflict,
    /// <summary>The vendor refuses for good.</summary>
    Permanent,
    /// <summary>Our own mistake.</summary>
    Bug,
}

/// <summary>One failure in our vocabulary, in words for people. Holds no secret and no personal value.</summary>
/// <param name="Class">What kind of trouble it is.</param>
/// <param name="Connection">The connection it happened on (stripe, zoho-inventory, sage-100), or isthmus.</param>
/// <param name="Operation">What was asked for, such as <c>create sales order</c>.</param>
/// <param name="Code">The vendor's own code, or ours.</param>
/// <param name="Message">What happened.</param>
/// <param name="Cure">What a person can do about it.</param>
public sealed record Failure(
    FailureClass Class, string Connection, string Operation, string Code, string Message, string Cure)
{
    /// <summary>The name in the place of the connection for what went wrong in our own house; it can never be paused.</summary>
    public const string Ours = "isthmus";

    /// <summary>
    /// The code of a failure that is none: nothing was tried, because the connection's turns are taken; it does not count as a try.
    /// </summary>
    public const string TurnLater = "turn-later";

    /// <summary>The field that is wrong, where one is known.</summary>
    public string? Field { get; init; }

    /// <summary>How long the vendor asks to wait.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>True when the call may have had its effect although the answer was lost.</summary>
    public bool EffectUnknown { get; init; }

    /// <summary>
    /// True when it speaks of the whole connection, not of this record: the vendor is in maintenance, the last calls all failed, or
    /// the connection is paused already.
    /// </summary>
    public bool Outage { get; init; }
}

/// <summary>Carries a <see cref="Failure"/> to whoever decides what to do about it.</summary>
public sealed class FailureException(Failure failure, Exception? inner = null)
    : Exception($"{failure.Connection}: {failure.Operation} failed ({failure.Class}, {failure.Code}): {failure.Message} {failure.Cure}", inner)
{
    /// <summary>What went wrong.</summary>
    public Failure Failure { get; } = failure;
}
