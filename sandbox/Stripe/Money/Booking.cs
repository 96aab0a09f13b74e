namespace Isthmus.Sandbox.Stripe.Money;

/// <summary>What is taken off an amount.</summary>
internal enum Fee { None, Processing, Dispute }

/// <summary>One movement of money to be booked as a balance transaction.</summary>
/// <param name="Type">"charge", "refund", "adjustment"...</param>
/// <param name="Source">Id of the object that it comes from; null for fees and reserves.</param>
/// <param name="Amount">Minor units of the currency; negative when money leaves.</param>
/// <param name="Currency">What the customer pays in, unless <see cref="Settled"/>.</param>
/// <param name="Livemode">Whose balance it is: the test or the live one.</param>
internal sealed record Booking(string Type, string? Source, long Amount, string Currency, bool Livemode)
{
    public string? Description { get; init; }

    public Fee Fee { get; init; }

    /// <summary>Unix second from which the money counts as available; null for now.</summary>
    public long? AvailableOn { get; init; }

    /// <summary>Whether the amount is in the account's own currency already.</summary>
    public bool Settled { get; init; }

    /// <summary>Payout that the transaction is part of from the start.</summary>
    public string? Payout { get; init; }

    /// <summary>Other than what the type says.</summary>
    public string? Category { get; init; }
}
