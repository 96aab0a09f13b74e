namespace Isthmus.Functions.Retention;

/// <summary>
/// For how many days what is over is kept; configuration section <c>Isthmus:Retention</c>. 0 keeps it for ever. What is not over,
/// such as runs that are held and dead letters that are open, is kept however old it is.
/// </summary>
public sealed record RetentionOptions
{
    /// <summary>
    /// Runs that are done or ignored, with their steps, from their last change. Default 400: a year and the month in which it is
    /// closed.
    /// </summary>
    public int Runs { get; init; } = 400;

    /// <summary>Received events that were dealt with. At least 35; default 40.</summary>
    public int Inbox { get; init; } = 40;

    /// <summary>The audit. At least 365; default 2,560: seven years.</summary>
    public int Audit { get; init; } = 2560;

    /// <summary>Histories of orchestrations that are over, from their start. Default 30.</summary>
    public int Histories { get; init; } = 30;

    /// <summary>
    /// Stored documents, which hold personal values, unless something that is not over needs them. At least as long as the inbox
    /// and the histories; default 45.
    /// </summary>
    public int Payloads { get; init; } = 45;

    /// <summary>Dead letters, from when they were closed. Default 400.</summary>
    public int DeadLetters { get; init; } = 400;

    /// <summary>
    /// Payouts with their lines, from their arrival, and the proofs of days. At least 93, the days that can be proved at once; default
    /// 2,560: seven years, as the books that they explain.
    /// </summary>
    public int Reconciliation { get; init; } = 2560;

    /// <summary>
    /// What is known of records that were deleted in Zoho CRM, from when that was handed over. At least 121, because Zoho lists what
    /// was deleted for 120 days; default 150.
    /// </summary>
    public int CrmRecords { get; init; } = 150;
}
