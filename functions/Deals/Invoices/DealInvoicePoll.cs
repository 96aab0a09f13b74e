using System.Runtime.CompilerServices;
using Isthmus.Connectors.Sage300;
using Isthmus.Connectors.ZohoCrm;
using Isthmus.Core.Checkpoints;
using Isthmus.Core.Connections;
using Isthmus.Core.Deals;
using Isthmus.Core.Polling;
using Isthmus.Functions.Deals.Ordering;
using Isthmus.Functions.Polling;
using Isthmus.Functions.Webhooks;
using Microsoft.DurableTask.Client;

namespace Isthmus.Functions.Deals.Invoices;

/// <summary>
/// Looks for invoices and payments of the orders that deals became. Two lists tell which orders to look at; a full round looks
/// at each. An order whose deal shows what the books say is unchanged and starts nothing.
/// </summary>
public sealed class DealInvoicePoll(
    BooksInvoices invoices, BooksOrders orders, DealStore store, CheckpointStore checkpoints, Sage300Options sage, DealRules rules,
    TimeProvider time, Circuits circuits)
    : RoundedPoll(circuits, Sage300Options.Id, ZohoCrmOptions.Id)
{
    private const string Checkpoint = "deal-invoices";

    /// <summary>Sage's dates are days of its own calendar.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromDays(2);

    /// <inheritdoc/>
    public override string Subject => "sage-300/deal-invoices";

    /// <inheritdoc/>
    protected override async Task<PollRound> RoundAsync(DurableTaskClient client, bool full, CancellationToken cancellation)
    {
        var started = time.GetUtcNow();
        var since = full ? null : await checkpoints.GetAsync(Sage300Options.Id, Checkpoint, cancellation);
        var told = since is { } at
            ? await invoices.OrdersSinceAsync(DateOnly.FromDateTime((at - Overlap).UtcDateTime), sage.Dialect, cancellation)
                : null;
        var (read, unchanged, runs) = (0, 0, new List<string>());
        await foreach (var followed in told is null ? store.FollowedAsync(cancellation) : ToldAsync(told, cancellation))
        {
            read++;
            if (await IsShownAsync(followed, cancellation)) unchanged++;
            else runs.Add(await StartAsync(followed.Order, client, cancellation));
        }
        await checkpoints.SetAsync(Sage300Options.Id, Checkpoint, started, cancellation);
        return new PollRound(new PollCounts(read, runs.Count, unchanged, 0), runs);
    }

    /// <summary>They are found by their numbers, so that it costs what happened, however many orders are followed.</summary>
    private async IAsyncEnumerable<FollowedOrder> ToldAsync(
        IEnumerable<string> numbers, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var number in numbers)
            if (orders.KeyOf(number) is { } key && await store.FollowedAsync(key, cancellation) is { } followed) yield return followed;
    }

    private async Task<bool> IsShownAsync(FollowedOrder followed, CancellationToken cancellation)
    {
        var found = await invoices.ReadAsync(followed.Order, cancellation);
        if (found is null || (found.Mark != followed.Shown && found.Numbers is not null)) return false;
        if (found.Over || time.GetUtcNow() - followed.Order.EnteredAt > TimeSpan.FromDays(rules.Options.FollowDays))
            await store.LeaveAsync(followed.Order, cancellation);
        return true;
    }

    private static async Task<string> StartAsync(DealOrder order, DurableTaskClient client, CancellationToken cancellation)
    {
        var key = DealStore.KeyOf(order);
        var instance = DealInvoicesOrchestration.InstanceId(key);
        await FlowStart.StartOrTellAsync(
            client, nameof(DealInvoicesOrchestration.ShowDealInvoices), instance, new DealInvoicesInput(key), "invoices",
            cancellation);
        return instance;
    }
}
