namespace Isthmus.Sandbox.Webhooks;

/// <summary>One notification to one destination.</summary>
/// <param name="Vendor">Who sends it; webhook faults go by it.</param>
/// <param name="Subject">What faults match: the event's type and id, for example "charge.succeeded evt_1".</param>
/// <param name="Url">Where it goes.</param>
/// <param name="Body">The exact bytes that are sent and signed.</param>
/// <param name="ContentType">The Content-Type header.</param>
/// <param name="Headers">Headers of one attempt, made afresh each time from its Unix second.</param>
/// <param name="Retries">Waits between attempts; when they are used up the message is given up.</param>
/// <param name="StillWanted">Asked before each attempt: false when the destination is gone or switched off.</param>
/// <param name="Attempted">Told of each attempt.</param>
internal sealed record WebhookMessage(
    string Vendor,
    string Subject,
    Uri Url,
    byte[] Body,
    string ContentType,
    Func<long, IEnumerable<KeyValuePair<string, string>>> Headers,
    IReadOnlyList<TimeSpan> Retries,
    Func<bool> StillWanted,
    Action<WebhookAttempt> Attempted);

/// <summary>How one attempt went.</summary>
/// <param name="Number">1 for the first.</param>
/// <param name="Status">The HTTP status, or null when nothing answered.</param>
/// <param name="Delivered">Whether it was taken: any 2xx.</param>
/// <param name="Final">Whether no further attempt follows.</param>
internal sealed record WebhookAttempt(int Number, int? Status, bool Delivered, bool Final);
