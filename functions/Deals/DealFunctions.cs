using Isthmus.Core.Audit;
using Isthmus.Core.Deals;
using Isthmus.Functions.Deals.Invoices;
using Isthmus.Functions.Operators;
using Isthmus.Functions.Polling;
using Isthmus.Functions.Webhooks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Functions.Deals;

/// <summary>When the invoices of deals are looked for, and what people may ask about deals.</summary>
public sealed class DealFunctions(IServiceProvider services, DealRules rules, DealStore store, PollRounds rounds,
    AuditTrail audit)
{
    /// <summary>Every fifteen minutes: the orders that were invoiced or paid lately.</summary>
    [Function(nameof(PollDealInvoices))]
    public Task PollDealInvoices(
        [TimerTrigger("40 */15 * * * *", UseMonitor = true)] TimerInfo timer, [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) => InTimeAsync(client, full: false, cancellation);

    /// <summary>Every night: every order whose invoices are looked for.</summary>
    [Function(nameof(SweepDealInvoices))]
    public Task SweepDealInvoices(
        [TimerTrigger("0 10 3 * * *", UseMonitor = true)] TimerInfo timer, [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) => InTimeAsync(client, full: true, cancellation);

    /// <summary><c>POST /api/deals/invoices/sweep?full=true</c>: looks now, and says what it found.</summary>
    [Function(nameof(AskForDealInvoices))]
    public async Task<IActionResult> AskForDealInvoices(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "deals/invoices/sweep")] HttpRequest request,
        [DurableClient] DurableTaskClient client, CancellationToken cancellation) => rules.Obstacle is { } obstacle
        ? OperatorAnswers.Unavailable(obstacle) : await rounds.AskedAsync(Poll, request, client, cancellation);

    /// <summary><c>GET /api/deals/{id}</c>: what is known of a deal that was won.</summary>
    [Function(nameof(ShowDeal))]
    public async Task<IActionResult> ShowDeal(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "deals/{id}")] HttpRequest request, string id,
        CancellationToken cancellation) =>
        EventIds.Usable(id) && await store.KnowsAsync(id, cancellation)
            ? new OkObjectResult(await store.FindAsync(id, cancellation)) : OperatorAnswers.NotFound("deal that was won", id);

    /// <summary><c>POST /api/deals/{id}</c>: reads a deal now, also one that no change told of.</summary>
    [Function(nameof(ReadDealNow))]
    public async Task<IActionResult> ReadDealNow(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "deals/{id}")] HttpRequest request, string id,
        [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        if (rules.Obstacle is { } obstacle) return OperatorAnswers.Unavailable(obstacle);
        if (id.Length > 19 || !id.All(char.IsAsciiDigit))
            return OperatorAnswers.Wrong("id", id, "Give the CRM's id of the deal: its digits.");
        await audit.AddAsync(OperatorAnswers.Operator(request), "read deal", $"zoho-crm.deal/{id}", "accepted",
            cancellation: cancellation);
        var run = await DealChanges.TellAsync(client, id, "operator", cancellation);
        return new AcceptedResult($"/api/runs/{run}", new { run });
    }

    private DealInvoicePoll Poll => services.GetRequiredService<DealInvoicePoll>();

    private Task InTimeAsync(DurableTaskClient client, bool full, CancellationToken cancellation) =>
        rules.IsOn ? rounds.InTimeAsync(Poll, client, full, cancellation) : Task.CompletedTask;
}
