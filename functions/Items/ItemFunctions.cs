using Isthmus.Functions.Items.ToSage;
using Isthmus.Functions.Items.ToZoho;
using Isthmus.Functions.Operators;
using Isthmus.Functions.Polling;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Isthmus.Functions.Items;

/// <summary>When the items are looked at: by the clock, and when somebody asks; in the system that they are kept in.</summary>
public sealed class ItemFunctions(SageItemPoll sage, ZohoItemPoll zoho, PollRounds rounds, ItemOptions rules)
{
    private RoundedPoll? Poll => rules.ToZoho ? sage : rules.ToSage ? zoho : null;

    /// <summary>Every half minute, before the stock: what changed in Sage.</summary>
    [Function(nameof(PollSageItems))]
    public Task PollSageItems(
        [TimerTrigger("0,30 * * * * *", UseMonitor = false)] TimerInfo timer, [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        rules.ToZoho ? rounds.InTimeAsync(sage, client, full: false, cancellation) : Task.CompletedTask;

    /// <summary>Every quarter of an hour: what changed in Zoho and no webhook told of.</summary>
    [Function(nameof(PollZohoItems))]
    public Task PollZohoItems(
        [TimerTrigger("50 */15 * * * *", UseMonitor = true)] TimerInfo timer, [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        rules.ToSage ? rounds.InTimeAsync(zoho, client, full: false, cancellation) : Task.CompletedTask;

    /// <summary>Every night: everything, for what no stamp told of.</summary>
    [Function(nameof(SweepItemsInTime))]
    public Task SweepItemsInTime(
        [TimerTrigger("0 50 1 * * *", UseMonitor = true)] TimerInfo timer, [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        Poll is { } poll ? rounds.InTimeAsync(poll, client, full: true, cancellation) : Task.CompletedTask;

    /// <summary>
    /// <c>POST /api/items/sweep?full=true</c>: looks now, at what changed or at everything, and says what it found.
    /// </summary>
    [Function(nameof(SweepItems))]
    public async Task<IActionResult> SweepItems(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "items/sweep")] HttpRequest request,
        [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        Poll is { } poll ? await rounds.AskedAsync(poll, request, client, cancellation)
            : OperatorAnswers.Unavailable("Isthmus:Items:Direction is off: each system keeps its own items.");
}
