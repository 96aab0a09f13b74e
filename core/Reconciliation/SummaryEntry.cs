namespace Isthmus.Core.Reconciliation;

/// <summary>One line of the entry for the books: an amount on one side of one account.</summary>
/// <param name="Account">The account's word in the table <c>payout-accounts</c>.</param>
/// <param name="Debit">Minor units, or 0.</param>
/// <param name="Credit">Minor units, or 0.</param>
public sealed record EntryLine(string Account, long Debit, long Credit);

/// <summary>
/// The entry that a payout makes in the books: the bank gets what arrived, each account what it is owed, and both sides are equal.
/// </summary>
public sealed record SummaryEntry
{
    /// <summary>The payout.</summary>
    public required string Payout { get; init; }
    /// <summary>The entry's own number, where the books take one of ours.</summary>
    public string? Number { get; init; }
    /// <summary>The day that it reaches the bank.</summary>
    public DateOnly Date { get; init; }
    /// <summary>Upper-case ISO 4217 code.</summary>
    public required string Currency { get; init; }
    /// <summary>What went to the bank, in minor units.</summary>
    public long Amount { get; init; }
    /// <summary>The lines; debits and credits are equal.</summary>
    public IReadOnlyList<EntryLine> Lines { get; init; } = [];
    /// <summary>True for one that takes another back.</summary>
    public bool Reverses { get; init; }

    /// <summary>
    /// The entry of a payout. One that was made by hand moves its whole amount from the clearing account to the bank, because nobody
    /// can say what is in it.
    /// </summary>
    public static SummaryEntry Of(Payout payout, bool reverse = false)
    {
        var totals = payout.State == PayoutState.Manual || payout.Totals.Lines == 0
            ? new PayoutTotals { Transfers = payout.Amount } : payout.Totals;
        (string Account, long Amount)[] accounts =
        [
            ("sales", totals.Gross), ("fees", totals.Fees), ("refunds", totals.Refunds), ("disputes", totals.Disputes),
            ("adjustments", totals.Adjustments), ("reserves", totals.Reserves), ("clearing", totals.Transfers),
        ];
        var sign = reverse ? -1 : 1;
        return new SummaryEntry
        {
            Payout = payout.Id,
            Date = DateOnly.FromDateTime(payout.ArrivesAt.UtcDateTime),
            Currency = payout.Currency,
            Amount = sign * payout.Amount,
            Reverses = reverse,
            Lines =
            [
                Line("bank", -sign * payout.Amount),
                .. accounts.Where(each => each.Amount != 0).Select(each => Line(each.Account, sign * each.Amount)),
            ],
        };
    }

    /// <summary>What we were given is a credit of its account, what it cost us a debit.</summary>
    private static EntryLine Line(string account, long amount) =>
        amount >= 0 ? new(account, 0, amount) : new(account, -amount, 0);
}
