using FsCheck;
using FsCheck.Fluent;
using Isthmus.Core.Canonical;
using Isthmus.Core.Customers;

namespace Isthmus.Core.Tests.Customers;

public sealed class When_sides_differ
{
    private static readonly Authority Zoho = Authority.Words["zoho"];

    [Fact]
    public void A_change_on_one_side_goes_to_the_others() =>
        Assert.Equal(
            [new FieldMove("name", CustomerSide.Stripe, CustomerSide.Zoho)],
            Plan(Zoho, State(CustomerSide.Stripe, "new", "old"), State(CustomerSide.Zoho, "old", "old")));

    [Fact]
    public void Where_both_changed_the_authority_decides() =>
        Assert.Equal(
            [new FieldMove("name", CustomerSide.Zoho, CustomerSide.Stripe)],
            Plan(Zoho, State(CustomerSide.Stripe, "one", "old"), State(CustomerSide.Zoho, "two", "old")));

    [Fact]
    public void A_value_that_was_taken_away_goes_from_the_others() =>
        Assert.Equal(
            [new FieldMove("name", CustomerSide.Stripe, CustomerSide.Zoho)],
            Plan(Zoho, State(CustomerSide.Stripe, "", "old"), State(CustomerSide.Zoho, "old", "old")));

    [Fact]
    public void A_side_that_is_new_takes_nothing_away() =>
        Assert.Equal(
            [new FieldMove("name", CustomerSide.Stripe, CustomerSide.Zoho)],
            Plan(Zoho, State(CustomerSide.Stripe, "Ana", "Ana"), State(CustomerSide.Zoho, "", null)));

    [Fact]
    public void What_differs_without_a_change_is_left_alone() =>
        Assert.Empty(Plan(Zoho, State(CustomerSide.Stripe, "Ana Prado", "Ana Prado"), State(CustomerSide.Zoho, "Ana", "Ana")));

    [Fact]
    public void A_side_that_always_decides_takes_changes_back() => Assert.Equal(
        [new FieldMove("name", CustomerSide.Stripe, CustomerSide.Zoho)],
        Plan(Authority.Words["stripeOnly"], State(CustomerSide.Stripe, "Ana", "Ana"), State(CustomerSide.Zoho, "Somebody", "Ana")));

    [Fact]
    public void After_one_round_all_agree_and_a_second_moves_nothing() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(200),
        Prop.ForAll(Cases().ToArbitrary(), given =>
        {
            CustomerState[] states = [.. Enum.GetValues<CustomerSide>().Select((side, at) => State(side, given.Now[at], given.Known[at]))];
            var moves = Plan(given.Rule, states);
            CustomerState[] after = [.. states.Select(state => State(state.Side, Moved(state, moves, states), Moved(state, moves, states)))];
            return Plan(given.Rule, after).Count == 0 && (moves.Count == 0 || after.Select(state => state.Customer.Name).Distinct().Count() == 1);
        }));

    private static string Moved(CustomerState state, IReadOnlyList<FieldMove> moves, CustomerState[] states) =>
        moves.FirstOrDefault(move => move.To == state.Side) is { } move
            ? states.First(from => from.Side == move.From).Customer.Name : state.Customer.Name;

    private static Gen<(string[] Now, string?[] Known, Authority Rule)> Cases() =>
        from agreed in Gen.Elements("", "a", "b")
        from now in Gen.Elements("", "a", "b", "c").ArrayOf(3)
        from fresh in Gen.Elements(true, false).ArrayOf(3)
        from rule in Gen.Elements("stripe", "zoho", "sage")
        select (now, fresh.Select(isNew => isNew ? null : agreed).ToArray(), Authority.Words[rule]);

    private static CustomerState State(CustomerSide side, string now, string? known) => CustomerState.Of(
        side, "cus_1", new Customer { Name = now }, known is null ? null : FieldHashes.Of("cus_1", CustomerFields.Of(new Customer { Name = known })));

    private static IReadOnlyList<FieldMove> Plan(Authority rule, params CustomerState[] states) => FieldMerge.Plan(
        states, _ => rule, (field, from, to) => from.Fields.GetValueOrDefault(field) == to.Fields.GetValueOrDefault(field));
}
