using Isthmus.Connectors.Http;
using Isthmus.Core.Failures;

namespace Isthmus.Connectors.ZohoCrm;

/// <summary>
/// What 429 means: too many calls at once, which is over in seconds, or no credits left, which takes hours. Zoho answers both
/// alike; what is known of the credits tells them apart, and else how long it lasts.
/// </summary>
internal sealed class CrmThrottle(CrmCredits credits, TimeProvider time)
{
    public const string CreditsCode = "credits-used-up";

    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Parked = TimeSpan.FromHours(1);
    private readonly Lock gate = new();
    private DateTimeOffset? since;

    public void Passed()
    {
        lock (gate) since = null;
    }

    public Refusal Judge(ApiCall call, ApiAnswer answer, string message)
    {
        if (credits.UsedUp || message.Contains("credit", StringComparison.OrdinalIgnoreCase) || Lasts())
            return Refusal.Final(UsedUp(call, answer.RetryAfter ?? Parked));
        return Refusal.Passing(new Failure(
            FailureClass.Throttled, ZohoCrmOptions.Id, call.Operation, "TOO_MANY_REQUESTS",
            "Too many calls of the organisation are under way at once.",
            "Nothing to do; lower Limits:Concurrency if it happens often.")
        { RetryAfter = answer.RetryAfter ?? Moment });
    }

    public static Failure UsedUp(ApiCall call, TimeSpan wait) => new(
        FailureClass.Throttled, ZohoCrmOptions.Id, call.Operation, CreditsCode,
        "The organisation's API credits of the last 24 hours are used up, or nearly so.",
        "Nothing to do: it goes on as they come back. If it happens often, buy credits, or look in Setup, APIs, who else uses them.")
    { RetryAfter = wait > TimeSpan.Zero ? wait : TimeSpan.FromMinutes(1) };

    private bool Lasts()
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            since ??= now;
            return now - since >= Patience;
        }
    }
}
