using System.Text.Json.Serialization;

namespace Isthmus.Core.Reconciliation;

/// <summary>How a payout stands in our books.</summary>
[JsonConverter(typeof(CamelCaseWords<PayoutState>))]
public enum PayoutState
{
    /// <summary>Its lines are being read.</summary>
    UnderWay,
    /// <summary>The lines add up to the payout.</summary>
    Balanced,
    /// <summary>They do not: nothing is posted before somebody has looked.</summary>
    Unbalanced,
    /// <summary>The processor cannot say what is in it: a payout that was made by hand.</summary>
    Manual,
    /// <summary>It failed or was canceled; what was posted is reversed.</summary>
    Reversed,
}

/// <summary>What was written elsewhere for a payout; null leaves what was noted before.</summary>
/// <param name="Posting">The entry in the books.</param>
/// <param name="Reversal">The entry that takes it back.</param>
/// <param name="Deposits">How many customer payments have their fee.</param>
public sealed record PayoutNotes(string? Posting = null, string? Reversal = null, int? Deposits = null);

/// <summary>What became of one payout. Amounts are minor units of <see cref="Currency"/> as the processor counts them.</summary>
public sealed record Payout
{
    /// <summary>The processor's id.</summary>
    public required string Id { get; init; }
    /// <summary>What went to the bank.</summary>
    public long Amount { get; init; }
    /// <summary>Upper-case ISO 4217 code.</summary>
    public required string Currency { get; init; }
    /// <summary>The processor's word: pending, in_transit, paid, failed, canceled.</summary>
    public string Status { get; init; } = "";
    /// <summary>False for one that was made by hand.</summary>
    public bool Automatic { get; init; }
    /// <summary>When it reaches the bank.</summary>
    public DateTimeOffset ArrivesAt { get; init; }
    /// <summary>How it stands.</summary>
    public PayoutState State { get; init; }
    /// <summary>Its lines added up, without those of other currencies.</summary>
    public PayoutTotals Totals { get; init; } = new();
    /// <summary>Net of lines in other currencies than the payout's, by currency; empty as it should be.</summary>
    public IReadOnlyDictionary<string, long> Foreign { get; init; } = new Dictionary<string, long>();
    /// <summary>What the lines miss of the amount; 0 when it balances.</summary>
    public long Difference { get; init; }
    /// <summary>The entry in the books, or null.</summary>
    public string? Posting { get; init; }
    /// <summary>The entry that takes it back, or null.</summary>
    public string? Reversal { get; init; }
    /// <summary>How many customer payments were given their fee.</summary>
    public int Deposits { get; init; }
    /// <summary>One line for people.</summary>
    public string? Note { get; init; }
    /// <summary>When it was looked at last.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>The payout with what its lines say.</summary>
    public Payout Judge(IReadOnlyDictionary<string, PayoutTotals> byCurrency)
    {
        var own = byCurrency.GetValueOrDefault(Currency) ?? new PayoutTotals();
        var foreign = byCurrency.Where(each => each.Key != Currency && each.Value.Net != 0).ToDictionary(each => each.Key, each => each.Value.Net);
        var difference = Automatic ? Amount - own.Net : 0;
        return this with
        {
            Totals = own,
            Foreign = foreign,
            Difference = difference,
            State = !Automatic ? PayoutState.Manual
                : difference == 0 && foreign.Count == 0 ? PayoutState.Balanced : PayoutState.Unbalanced,
        };
    }
}
