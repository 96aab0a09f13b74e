namespace Isthmus.Sandbox.Faults;

/// <summary>What can be made to go wrong. The first seven happen to any HTTP call; vendors ask for the rest by name.</summary>
internal static class FaultKind
{
    public const string Latency = "latency";
    public const string Status = "status";
    public const string StatusAfter = "status-after";
    public const string DropBefore = "drop-before";
    public const string DropAfter = "drop-after";
    public const string SlowBody = "slow-body";
    public const string MalformedBody = "malformed-body";
    public const string TokenExpiry = "token-expiry";
    public const string RecordLock = "record-lock";
    public const string StoredError = "stored-error";
    public const string WebhookDuplicate = "webhook-duplicate";
    public const string WebhookOutOfOrder = "webhook-out-of-order";
    public const string WebhookLost = "webhook-lost";

    public static readonly IReadOnlyList<string> OfAnyCall =
        [Latency, Status, StatusAfter, DropBefore, DropAfter, SlowBody, MalformedBody];

    public static readonly IReadOnlyList<string> All =
        [.. OfAnyCall, TokenExpiry, RecordLock, StoredError, WebhookDuplicate, WebhookOutOfOrder, WebhookLost];
}
