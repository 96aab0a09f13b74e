using Isthmus.Core.Canonical;
using Isthmus.Core.Reconciliation;

namespace Isthmus.Functions.Disputes;

/// <summary>A journal entry about a dispute. Amounts are Stripe's minor units of the balance's currency.</summary>
/// <param name="Key">What it stands for, once: a movement's id, or the dispute's with <c>:loss</c> or <c>:loss-back</c>.</param>
/// <param name="What">What it says to people: Dispute, Dispute won, Dispute lost.</param>
/// <param name="Dispute">Stripe's dispute id.</param>
/// <param name="Date">Day of the posting.</param>
/// <param name="Currency">Upper-case ISO 4217 code.</param>
/// <param name="Lines">Debits and credits, equal.</param>
public sealed record DisputeEntry(
    string Key, string What, string Dispute, DateOnly Date, string Currency, IReadOnlyList<EntryLine> Lines)
{
    /// <summary>Money that was taken or given back, with its fee, against the account where Stripe's balance is kept.</summary>
    public static DisputeEntry Of(Dispute dispute, DisputeMovement moved) => new(
        moved.Key, moved.Amount < 0 ? "Dispute" : "Dispute money back", dispute.Key, moved.Date, moved.Currency,
        [.. Sides(("disputes", -moved.Amount), ("fees", moved.Fee), ("clearing", moved.Amount - moved.Fee))]);

    /// <summary>What a lost dispute costs; its money waits on the account of disputes until then.</summary>
    public static DisputeEntry Loss(Dispute dispute, long amount, bool back) => new(
        dispute.Key + (back ? ":loss-back" : ":loss"), back ? "Dispute won" : "Dispute lost", dispute.Key, dispute.Movements[^1].Date,
        dispute.Movements[^1].Currency, [.. Sides(("losses", back ? -amount : amount), ("disputes", back ? amount : -amount))]);

    private static IEnumerable<EntryLine> Sides(params (string Account, long Debit)[] lines) => lines
        .Where(line => line.Debit != 0)
        .Select(line => line.Debit > 0 ? new EntryLine(line.Account, line.Debit, 0) : new EntryLine(line.Account, 0, -line.Debit));
}
