namespace Isthmus.Functions.Payouts;

/// <summary>What a company decides about its payouts; configuration section <c>Isthmus:Payouts</c>.</summary>
public sealed record PayoutOptions
{
    /// <summary>
    /// How a payout is posted to Sage 100: <c>journal</c> a general journal entry, <c>cashReceipt</c> a deposit, <c>none</c> not at
    /// all. Accounts come from the table <c>payout-accounts</c>. Default journal.
    /// </summary>
    public string SagePosting { get; init; } = "journal";

    /// <summary>Sage's bank of deposits, one character. Default A.</summary>
    public string BankCode { get; init; } = "A";

    /// <summary>Write the fee, and the account where one is configured, to the customer payments in Zoho. Default true.</summary>
    public bool RecordDeposits { get; init; } = true;

    /// <summary>How many days back the daily proof looks again for what came late. Default 3.</summary>
    public int ProofDays { get; init; } = 3;
}
