using FsCheck;
using FsCheck.Fluent;
using Isthmus.Core.Canonical;
using Isthmus.Core.Reconciliation;

namespace Isthmus.Core.Tests.Reconciliation;

public sealed class When_a_payout_is_added_up
{
    [Fact]
    public void The_accounts_make_the_sum_of_the_lines_whatever_their_kinds() => Prop.ForAll(BalanceTransactions.Payout(), rows =>
    {
        var lines = Lines(rows);
        var totals = lines.Aggregate(new PayoutTotals(), (sum, line) => sum.With(line));

        Assert.Equal(lines.Where(line => line.Kind != LineKind.Payout).Sum(line => line.Net), totals.Net);
        Assert.Equal(lines.Count, totals.Matched + totals.Explained + totals.Open);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_type_has_a_kind_and_only_one_that_no_table_names_is_unknown() => Prop.ForAll(BalanceTransactions.Payout(), rows =>
    {
        foreach (var line in Lines(rows))
            Assert.Equal(line.Type == BalanceTransactions.UnknownType, line.Kind == LineKind.Unknown);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_entry_for_the_books_has_equal_sides_forwards_and_back() => Prop.ForAll(BalanceTransactions.Payout(), rows =>
    {
        var payout = Judged(rows);
        foreach (var entry in new[] { SummaryEntry.Of(payout), SummaryEntry.Of(payout, reverse: true) })
        {
            Assert.Equal(entry.Lines.Sum(line => line.Debit), entry.Lines.Sum(line => line.Credit));
            Assert.All(entry.Lines, line => Assert.True(line.Debit >= 0 && line.Credit >= 0 && (line.Debit == 0 || line.Credit == 0)));
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_minor_unit_too_many_unbalances_it()
    {
        var payout = new Payout { Id = "po_1", Currency = "GBP", Amount = 1000, Automatic = true };
        var lines = new Dictionary<string, PayoutTotals> { ["GBP"] = new() { Gross = 1001, Lines = 1 } };

        var judged = payout.Judge(lines);

        Assert.Equal((PayoutState.Unbalanced, -1L), (judged.State, judged.Difference));
    }

    [Fact]
    public void A_line_in_another_currency_unbalances_it()
    {
        var payout = new Payout { Id = "po_1", Currency = "GBP", Amount = 0, Automatic = true };

        Assert.Equal(
            PayoutState.Unbalanced, payout.Judge(new Dictionary<string, PayoutTotals> { ["EUR"] = new() { Gross = 5, Lines = 1 } }).State);
    }

    [Fact]
    public void One_made_by_hand_is_not_said_to_balance()
    {
        var payout = new Payout { Id = "po_1", Currency = "GBP", Amount = 700, Automatic = false };

        Assert.Equal(PayoutState.Manual, payout.Judge(new Dictionary<string, PayoutTotals>()).State);
    }

    private static Payout Judged(System.Text.Json.JsonElement[] rows)
    {
        var lines = Lines(rows);
        var totals = lines.Aggregate(new PayoutTotals(), (sum, line) => sum.With(line));
        var payout = new Payout { Id = "po_1", Currency = lines[0].Currency, Amount = totals.Net, Automatic = true };
        return payout.Judge(new Dictionary<string, PayoutTotals> { [payout.Currency] = totals });
    }

    private static List<PayoutLine> Lines(System.Text.Json.JsonElement[] rows) =>
        [.. rows.Select(row => CanonicalJson.Read<PayoutLine>(CanonicalJson.Write(Shipped.Map("stripe-payout-line", row))))];
}
