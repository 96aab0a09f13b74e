using System.Text.Json.Serialization;

namespace Isthmus.Core.Reconciliation;

/// <summary>What a movement of the processor's balance is.</summary>
[JsonConverter(typeof(CamelCaseWords<LineKind>))]
public enum LineKind
{
    /// <summary>A type that no table names yet.</summary>
    Unknown,
    /// <summary>A customer's money came in.</summary>
    Charge,
    /// <summary>Money went back to a customer.</summary>
    Refund,
    /// <summary>A refund did not arrive: its money is back.</summary>
    RefundFailure,
    /// <summary>Money of a disputed charge, taken or given back, with its fee.</summary>
    Dispute,
    /// <summary>A correction by the processor.</summary>
    Adjustment,
    /// <summary>A fee of its own, a tax on fees.</summary>
    Fee,
    /// <summary>Money that the processor keeps back, or lets go.</summary>
    Reserve,
    /// <summary>Money moved between our own accounts: top-ups, transfers.</summary>
    Transfer,
    /// <summary>Money that left for the bank.</summary>
    Payout,
    /// <summary>A payout that failed or was canceled: its money is back.</summary>
    PayoutReversal,
}

/// <summary>How a line of a payout stands.</summary>
[JsonConverter(typeof(CamelCaseWords<LineState>))]
public enum LineState
{
    /// <summary>Nobody knows yet where it belongs: a person has to look.</summary>
    Open,
    /// <summary>Our books have the record that it belongs to.</summary>
    Matched,
    /// <summary>It needs no record of its own: its kind says what it is.</summary>
    Explained,
}
