namespace Isthmus.Core.Reconciliation;

/// <summary>
/// Lines of one currency added up, in minor units. Every line is in exactly one account, so that <see cref="Net"/> is the sum of
/// the lines' nets whatever their kinds. The payout's own movement is not in it.
/// </summary>
public sealed record PayoutTotals
{
    /// <summary>Customers' money, before fees.</summary>
    public long Gross { get; init; }
    /// <summary>Fees of the lines and fees of their own; negative, because they cost.</summary>
    public long Fees { get; init; }
    /// <summary>Refunds, less those that failed; negative.</summary>
    public long Refunds { get; init; }
    /// <summary>Disputed money taken and given back.</summary>
    public long Disputes { get; init; }
    /// <summary>Corrections and what no table names.</summary>
    public long Adjustments { get; init; }
    /// <summary>Kept back or let go.</summary>
    public long Reserves { get; init; }
    /// <summary>Moved between our own accounts, and payouts that came back.</summary>
    public long Transfers { get; init; }
    /// <summary>How many lines.</summary>
    public int Lines { get; init; }
    /// <summary>Those that our books have a record of.</summary>
    public int Matched { get; init; }
    /// <summary>Those that need none.</summary>
    public int Explained { get; init; }
    /// <summary>Those that a person has to look at.</summary>
    public int Open { get; init; }

    /// <summary>What is left: the sum of all accounts.</summary>
    public long Net => Gross + Fees + Refunds + Disputes + Adjustments + Reserves + Transfers;

    /// <summary>These totals with one more line.</summary>
    public PayoutTotals With(PayoutLine line)
    {
        var counted = this with
        {
            Lines = Lines + 1,
            Matched = Matched + (line.State == LineState.Matched ? 1 : 0),
            Explained = Explained + (line.State == LineState.Explained ? 1 : 0),
            Open = Open + (line.State == LineState.Open ? 1 : 0),
        };
        return line.Kind == LineKind.Payout ? counted : counted.Add(line.Kind, line.Amount).Add(LineKind.Fee, -line.Fee);
    }

    private PayoutTotals Add(LineKind kind, long amount) => kind switch
    {
        LineKind.Charge => this with { Gross = Gross + amount },
        LineKind.Refund or LineKind.RefundFailure => this with { Refunds = Refunds + amount },
        LineKind.Dispute => this with { Disputes = Disputes + amount },
        LineKind.Fee => this with { Fees = Fees + amount },
        LineKind.Reserve => this with { Reserves = Reserves + amount },
        LineKind.Transfer or LineKind.PayoutReversal => this with { Transfers = Transfers + amount },
        _ => this with { Adjustments = Adjustments + amount },
    };
}
