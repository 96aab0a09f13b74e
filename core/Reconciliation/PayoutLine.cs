namespace Isthmus.Core.Reconciliation;

/// <summary>
/// One movement of the processor's balance. Amounts are minor units as the processor counts them; those without a currency of
/// their own are in <see cref="Currency"/>, the one that was settled.
/// </summary>
public sealed record PayoutLine
{
    /// <summary>The processor's id of the movement.</summary>
    public required string Id { get; init; }
    /// <summary>What it is.</summary>
    public LineKind Kind { get; init; }
    /// <summary>The processor's own word for it.</summary>
    public string Type { get; init; } = "";
    /// <summary>The object that moved the money: charge, refund, dispute, payout.</summary>
    public string? Source { get; init; }
    /// <summary>The payment that it belongs to, where there is one.</summary>
    public string? PaymentKey { get; init; }
    /// <summary>The dispute behind it, where there is one.</summary>
    public string? Dispute { get; init; }
    /// <summary>Before fees; negative when money leaves.</summary>
    public long Amount { get; init; }
    /// <summary>What the processor kept of it.</summary>
    public long Fee { get; init; }
    /// <summary>What is left: amount less fee.</summary>
    public long Net { get; init; }
    /// <summary>Upper-case ISO 4217 code of what was settled.</summary>
    public required string Currency { get; init; }
    /// <summary>What the customer paid or got back, in <see cref="PresentmentCurrency"/>.</summary>
    public long? PresentmentAmount { get; init; }
    /// <summary>The currency that the customer saw.</summary>
    public string? PresentmentCurrency { get; init; }
    /// <summary>From the customer's currency to the settled one, where they differ.</summary>
    public decimal? ExchangeRate { get; init; }
    /// <summary>When it happened.</summary>
    public DateTimeOffset At { get; init; }
    /// <summary>The processor's own words.</summary>
    public string? Description { get; init; }
    /// <summary>How it stands.</summary>
    public LineState State { get; init; }
    /// <summary>The records of our books that it belongs to, such as <c>zoho-inventory.payment/46001</c>.</summary>
    public IReadOnlyList<string> Records { get; init; } = [];
    /// <summary>Why it stands so; for an open line what is wrong.</summary>
    public string? Reason { get; init; }
    /// <summary>What a person can do about an open line.</summary>
    public string? Cure { get; init; }
    /// <summary>A word for programs that says why it is open.</summary>
    public string? Code { get; init; }

    /// <summary>The run that is still on its way to book it, or null.</summary>
    public string? Awaits { get; init; }

    /// <summary>The line with the records that it belongs to.</summary>
    public PayoutLine Match(params IReadOnlyList<string> records) => this with { State = LineState.Matched, Records = records };

    /// <summary>The line with the reason why it needs no record.</summary>
    public PayoutLine Explain(string reason) => this with { State = LineState.Explained, Reason = reason };

    /// <summary>The line with what keeps it open.</summary>
    public PayoutLine Open(string code, string reason, string cure) =>
        this with { State = LineState.Open, Code = code, Reason = reason, Cure = cure };

    /// <summary>The line whose record is still on its way: open, and nothing is to be done about it yet.</summary>
    public PayoutLine Await(string run) => Open(
        "under-way", $"The run {run} is still on its way to book it.",
        "It is matched when that run has ended; look at the run where that takes long.") with
    {
        Awaits = run,
    };
}
