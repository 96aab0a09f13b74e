using Isthmus.Core.Audit;
using Isthmus.Core.Runs;
using Isthmus.Functions.OrderToCash;
using Isthmus.Functions.SalesOrders;
using Isthmus.Functions.Shipments;
using Isthmus.Functions.Steps;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Isthmus.Functions.Operators;

/// <summary>What Isthmus does and did, and the decisions that people make about held runs.</summary>
public sealed class RunFunctions(RunStore runs, AuditTrail audit)
{
    /// <summary>Every flow that has runs.</summary>
    public static readonly IReadOnlyList<string> Flows =
        [OrderToCashOrchestration.Flow, SalesOrderToSageOrchestration.Flow, ShipmentToSageOrchestration.Flow, "refund", "dispute"];

    /// <summary><c>GET /api/runs?flow=&amp;state=&amp;limit=&amp;continuation=</c>: runs of a flow, newest first.</summary>
    [Function(nameof(ListRuns))]
    public async Task<IActionResult> ListRuns(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "runs")] HttpRequest request, CancellationToken cancellation)
    {
        var flow = request.Query["flow"].ToString() is { Length: > 0 } asked ? asked : OrderToCashOrchestration.Flow;
        if (!Flows.Contains(flow)) return OperatorAnswers.Wrong("flow", flow, $"Flows are {string.Join(", ", Flows)}.");
        RunState? state = null;
        if (request.Query["state"].ToString() is { Length: > 0 } wanted)
        {
            if (!Enum.TryParse<RunState>(wanted, ignoreCase: true, out var parsed))
                return OperatorAnswers.Wrong("state", wanted, $"States are {string.Join(", ", Enum.GetNames<RunState>())}.");
            state = parsed;
        }
        var (found, continuation) = await runs.ListAsync(
            flow, state, OperatorAnswers.Limit(request), OperatorAnswers.Continuation(request), cancellation);
        return new OkObjectResult(new ListPage<Run>(found, continuation));
    }

    /// <summary><c>GET /api/runs/summary</c>: how many runs of each flow stand in each state.</summary>
    [Function(nameof(SummarizeRuns))]
    public async Task<IActionResult> SummarizeRuns(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "runs/summary")] HttpRequest request, CancellationToken cancellation)
    {
        var summary = new Dictionary<string, IReadOnlyDictionary<string, int>>();
        foreach (var flow in Flows) summary[flow] = await runs.CountAsync(flow, cancellation);
        return new OkObjectResult(summary);
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

    /// <summary><c>POST /api/runs/{id}/approve</c> lets a held run go on; <c>/reject</c> dead-letters it. Query: <c>note</c>.</summary>
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
