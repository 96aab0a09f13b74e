namespace Isthmus.Core.Canonical;

/// <summary>A payment that its payer has questioned at the bank.</summary>
public sealed record Dispute
{
    /// <summary>The processor's id of the dispute: the business key.</summary>
    public required string Key { get; init; }

    /// <summary>The payment that is disputed; null for one without an order.</summary>
    public string? PaymentKey { get; init; }

    /// <summary>What is disputed, in minor units of <see cref="Currency"/>; it may differ from what was paid.</summary>
    public long Amount { get; init; }

    /// <summary>Upper-case ISO 4217 code.</summary>
    public required string Currency { get; init; }

    /// <summary>The processor's word for how it stands.</summary>
    public required string Status { get; init; }

    /// <summary>The payer's reason, as the processor words it.</summary>
    public string? Reason { get; init; }

    /// <summary>The day it was opened.</summary>
    public DateOnly Date { get; init; }

    /// <summary>Until when it can be answered; null when it cannot.</summary>
    public DateTimeOffset? DueBy { get; init; }

    /// <summary>What was taken from our balance, and given back.</summary>
    public IReadOnlyList<DisputeMovement> Movements { get; init; } = [];

    /// <summary>An enquiry only: no money moves.</summary>
    public bool Inquiry => Status.StartsWith("warning_", StringComparison.Ordinal);

    /// <summary>True when nothing more is to be decided.</summary>
    public bool Decided => Status is "won" or "lost" or "warning_closed" or "prevented";

    /// <summary>True while our answer is wanted.</summary>
    public bool WantsAnswer => Status.EndsWith("needs_response", StringComparison.Ordinal);

    /// <summary>What we are without, in minor units of the balance's currency.</summary>
    public long Missing => -Movements.Sum(each => each.Amount);
}

/// <summary>Disputed money that moved. Amounts are the processor's minor units of <see cref="Currency"/>, the balance's.</summary>
public sealed record DisputeMovement
{
    /// <summary>The processor's id of the movement.</summary>
    public required string Key { get; init; }

    /// <summary>Negative when it was taken.</summary>
    public long Amount { get; init; }

    /// <summary>What the processor charged for it.</summary>
    public long Fee { get; init; }

    /// <summary>Upper-case ISO 4217 code.</summary>
    public required string Currency { get; init; }

    /// <summary>The day.</summary>
    public DateOnly Date { get; init; }
}
