using System.Text.Json;
using Isthmus.Core.DeadLetters;
using Isthmus.Core.Deals;
using Isthmus.Core.Failures;
using Isthmus.Core.Runs;
using Isthmus.Functions.Deals.Ordering;
using Isthmus.Functions.Deals.Reading;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.Deals;

/// <summary>
/// Deals whose order is in the books. It cannot be changed there through the Web API, so what happens to the deal afterwards is
/// brought before a person: once for each change, and again as long as that entry is open.
/// </summary>
public sealed class OrderedDeals(DealReading reading, DealStore store, DealView view, BooksOrders orders, DeadLetterStore letters)
{
    /// <summary>What there is to do about a deal that is not won.</summary>
    public async Task<DealRead> NotWonAsync(DealState state)
    {
        var words = $"The deal is {state.Seen.ToString().ToLowerInvariant()}";
        if (state.Stand == WinningStand.Due) state = await FoundAsync(state);
        if (state is not { Stand: WinningStand.Ordered, Order: { } order }) return new DealRead(
            RunState.Ignored, words + ": nothing is entered.");
        return new DealRead(RunState.Done, $"{words}; its order {order.Number} stands in Sage 300.")
        {
            Review = await AskAsync(state, state.Seen.ToString(), DealReviews.NotWonAnyMore(order, state.Seen)),
        };
    }

    /// <summary>What there is to do about a deal that is won and ordered.</summary>
    public async Task<DealRead> CompareAsync(DealState state, JsonElement deal, StepNotes notes)
    {
        var order = state.Order!;
        var mark = order.Mark == DealMark.Unknown ? DealMark.Unknown
            : await reading.MarkAsync(deal, notes, CancellationToken.None);
        return new DealRead(RunState.Done, $"Order {order.Number} of customer {order.Customer} is in Sage 300.")
        {
            Show = view.Shows(deal, order, notes) ? null : order,
            Review = mark == order.Mark ? null : await AskAsync(state, mark, DealReviews.Changed(order)),
        };
    }

    /// <summary>An order may have been entered by a try that did not live to say so.</summary>
    private async Task<DealState> FoundAsync(DealState state)
    {
        if (state.Tried != state.Winning || await orders.FindAsync(
            orders.NumberOf(state.Id, state.Winning), CancellationToken.None) is not { } found)
            return state;
        return await orders.KeepAsync(state, orders.Read(found, state.Id, state.Winning, DealMark.Unknown));
    }

    private async Task<Failure?> AskAsync(DealState state, string what, Failure review)
    {
        if (state.Reviewed != what) await store.SaveAsync(state with { Reviewed = what });
        else if (await letters.FindAsync(DealOrchestration.InstanceId(state.Id)) is not { Closed: false }) return null;
        return review;
    }
}
