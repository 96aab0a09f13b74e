using Isthmus.Core.Audit;
using Isthmus.Core.Runs;
using Isthmus.Core.Tables;
using Isthmus.Functions.Steps;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Isthmus.Functions.Operators;

/// <summary>What Isthmus does and did, and the decisions that people make about held runs.</summary>
public sealed class RunFunctions(RunStore runs, AuditTrail audit)
{
    /// <summary>
    /// <c>GET /api/runs?flow=&amp;state=&amp;from=&amp;to=&amp;limit=&amp;continuation=</c>: runs of a flow, newest first, by
    /// when they began.
    /// <c>GET /api/runs?key=</c>: the runs of a payment intent, an order number, a customer number or a customer's
    /// e-mail address, in every flow.
    /// </summary>
    [Function(nameof(ListRuns))]
    public async Task<IActionResult> ListRuns(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "runs")] HttpRequest request, CancellationToken cancellation)
    {
        var limit = OperatorAnswers.Limit(request);
        if (OperatorAnswers.Text(request, "key") is { } key)
        {
            var found = await runs.FindByKeyAsync(key.Contains('@') ? TableKey.Personal(key) : key, limit, cancellation);
            return new OkObjectResult(new ListPage<Run>(found, null));
        }
        var (query, refusal) = RunQueries.Read(request);
        if (query is null) return refusal!;
        return await OperatorAnswers.PageAsync(request, (most, from) => runs.ListAsync(query, most, from, cancellation));
    }

    /// <summary>
    /// <c>GET /api/runs/summary</c>: how many runs of each flow stand in each state; a read a flow, however many there are.
    /// </summary>
    [Function(nameof(SummarizeRuns))]
    public async Task<IActionResult> SummarizeRuns(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "runs/summary")] HttpRequest request, CancellationToken cancellation)
    {
        var summary = new Dictionary<string, SortedDictionary<string, int>>();
        foreach (var flow in Flows.All)
        {
            var states = (await runs.CountAsync(flow, cancellation)).States;
            summary[flow] = new(states.ToDictionary(s => s.Key.ToString(), s => s.Value), StringComparer.Ordinal);
        }
        return new OkObjectResult(summary);
    }

    /// <summary>
    /// <c>GET /api/runs/balance</c>: for each flow, how many runs were received and where they stand. Received is counted on its
    /// own, so that <c>balanced</c> is false when a run got lost or stands in two states.
    /// </summary>
    [Function(nameof(BalanceRuns))]
    public async Task<IActionResult> BalanceRuns(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "runs/balance")] HttpRequest request, CancellationToken cancellation)
    {
        var flows = new List<FlowBalance>();
        foreach (var flow in Flows.All) flows.Add(FlowBalance.Of(flow, await runs.CountAsync(flow, cancellation)));
        return new OkObjectResult(new { balanced = flows.All(flow => flow.Balanced), flows });
    }

    /// <summary><c>GET /api/runs/{id}</c>: one run with its steps and the mapping versions it used.</summary>
    [Function(nameof(ShowRun))]
    public async Task<IActionResult> ShowRun(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "runs/{id}")] HttpRequest request, string id, CancellationToken cancellation)
    {
        if (await runs.FindAsync(id, cancellation) is not { } run) return OperatorAnswers.NotFound("run", id);
        var (steps, mappings) = await runs.StepsAsync(id, cancellation);
        return new OkObjectResult(new { run, steps, mappings });
    }

    /// <summary>
    /// <c>POST /api/runs/{id}/approve</c> lets a held run go on; <c>/reject</c> dead-letters it. Query: <c>note</c>.
    /// </summary>
    [Function(nameof(DecideRun))]
    public async Task<IActionResult> DecideRun(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "runs/{id}/{decision:regex(^(approve|reject)$)}")] HttpRequest request,
        string id, string decision, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        if (await runs.FindAsync(id, cancellation) is not { } run) return OperatorAnswers.NotFound("run", id);
        if (run.State != RunState.Held)
            return OperatorAnswers.Unavailable($"The run is {run.State}; only a held run can be approved or rejected.");
        var actor = OperatorAnswers.Operator(request);
        await audit.AddAsync(actor, decision + " run", id, "accepted", cancellation: cancellation);
        await client.RaiseEventAsync(
            id, "decision", new HoldDecision(decision == "approve", actor, request.Query["note"]), cancellation);
        return new AcceptedResult($"/api/runs/{id}", new { id, decision });
    }
}
