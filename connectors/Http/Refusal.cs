using Isthmus.Core.Failures;

namespace Isthmus.Connectors.Http;

/// <summary>A call that did not do what was asked, and whether asking again at once may help.</summary>
internal sealed record Refusal(Failure Failure, bool RetryNow)
{
    /// <summary>A refusal that only a person or a later time can change.</summary>
    public static Refusal Final(Failure failure) => new(failure, RetryNow: false);

    /// <summary>A refusal that may be gone in a moment.</summary>
    public static Refusal Passing(Failure failure) => new(failure, RetryNow: true);
}
