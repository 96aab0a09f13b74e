using Isthmus.Core.Audit;
using Isthmus.Core.Reconciliation;
using Isthmus.Core.Runs;
using Isthmus.Functions.Operators;
using Isthmus.Functions.Webhooks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Isthmus.Functions.Payouts;

/// <summary>Payouts and what is in them, for people and for their spreadsheets.</summary>
public sealed class ReconciliationFunctions(ReconciliationStore store, PayoutCsv csv, RunStore runs, AuditTrail audit)
{
    /// <summary><c>GET /api/reconciliation?limit=&amp;continuation=</c>: payouts, the latest arrival first.</summary>
    [Function(nameof(ListPayouts))]
    public Task<IActionResult> ListPayouts(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "reconciliation")] HttpRequest request, CancellationToken cancellation) =>
        OperatorAnswers.PageAsync(request, (limit, from) => store.ListAsync(limit, from, cancellation));

    /// <summary>
    /// <c>GET /api/reconciliation/{payout}?state=open&amp;limit=&amp;continuation=</c>: one payout with a page of its lines.
    /// </summary>
    [Function(nameof(ShowPayout))]
    public async Task<IActionResult> ShowPayout(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "reconciliation/{payout}")] HttpRequest request,
        string payout, CancellationToken cancellation)
    {
        if (await store.FindAsync(payout, cancellation) is not { } found) return OperatorAnswers.NotFound("payout", payout);
        LineState? state = null;
        if (OperatorAnswers.Text(request, "state") is { } wanted)
        {
            if (!Enum.TryParse<LineState>(wanted, ignoreCase: true, out var parsed) || !Enum.IsDefined(parsed))
                return OperatorAnswers.Wrong("state", wanted, "Give matched, explained or open.");
            state = parsed;
        }
        var (lines, continuation) = await store.LinePageAsync(
            payout, state, OperatorAnswers.Limit(request), OperatorAnswers.Text(request, "continuation"), cancellation);
        return new OkObjectResult(new
        {
            payout = found, entry = SummaryEntry.Of(found), lines = new ListPage<PayoutLine>(lines, continuation),
        });
    }

    /// <summary>
    /// <c>GET /api/reconciliation/{payout}.csv</c>: the entry for the books, by account; with <c>lines=true</c> every line.
    /// </summary>
    [Function(nameof(ExportPayout))]
    public async Task<IActionResult> ExportPayout(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "reconciliation/{payout}.csv")] HttpRequest request,
        string payout, CancellationToken cancellation)
    {
        if (await store.FindAsync(payout, cancellation) is not { } found) return OperatorAnswers.NotFound("payout", payout);
        return OperatorAnswers.Text(request, "lines") == "true"
            ? new CsvResult($"{payout}-lines.csv", csv.LinesAsync(found))
            : new CsvResult($"{payout}.csv", csv.EntryAsync(found));
    }

    /// <summary><c>POST /api/reconciliation/{payout}</c>: reconciles a payout now, also one that no event told of.</summary>
    [Function(nameof(StartPayout))]
    public async Task<IActionResult> StartPayout(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "reconciliation/{payout}")] HttpRequest request,
        string payout, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        if (!EventIds.Usable(payout)) return OperatorAnswers.Wrong("payout", payout, "Give Stripe's payout id, po_...");
        var run = PayoutReconciliationOrchestration.InstanceId(payout);
        await audit.AddAsync(OperatorAnswers.Operator(request), "reconcile payout", payout, "accepted", cancellation: cancellation);
        if (await runs.FindAsync(run, cancellation) is { State: RunState.Waiting })
            await PayoutRoute.ReconcileAsync(runs, payout, "operator", onlyTell: true, client, cancellation);
        else
            await FlowStart.StartUnlessAtWorkAsync(
                client, nameof(PayoutReconciliationOrchestration.ReconcilePayout), run, new PayoutInput(payout), cancellation);
        return new AcceptedResult($"/api/runs/{run}", new { id = run });
    }
}
