using Isthmus.Core.Audit;
using Isthmus.Core.DeadLetters;
using Isthmus.Core.Runs;
using Isthmus.Functions.Operators;
using Isthmus.Functions.OrderToCash;
using Isthmus.Functions.SalesOrders;
using Isthmus.Functions.Shipments;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Isthmus.Functions.DeadLetters;

/// <summary>The records that could not be carried across, and what people do about them.</summary>
public sealed class DeadLetterFunctions(DeadLetterStore letters, RunStore runs, AuditTrail audit)
{
    /// <summary><c>GET /api/dead-letters?limit=&amp;continuation=</c>: the open entries.</summary>
    [Function(nameof(ListDeadLetters))]
    public async Task<IActionResult> ListDeadLetters(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "dead-letters")] HttpRequest request, CancellationToken cancellation)
    {
        var (found, continuation) = await letters.ListAsync(
            OperatorAnswers.Limit(request), OperatorAnswers.Continuation(request), cancellation);
        return new OkObjectResult(new ListPage<DeadLetter>(found, continuation));
    }

    /// <summary><c>GET /api/dead-letters/{id}</c>: one open entry.</summary>
    [Function(nameof(ShowDeadLetter))]
    public async Task<IActionResult> ShowDeadLetter(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "dead-letters/{id}")] HttpRequest request,
        string id, CancellationToken cancellation) =>
        await letters.FindOpenAsync(id, cancellation) is { } letter
            ? new OkObjectResult(letter)
            : OperatorAnswers.NotFound("open dead letter", id);

    /// <summary>
    /// <c>POST /api/dead-letters/{id}/resubmit</c>: runs the flow again from its source record. What it wrote before is found, not written
    /// twice. The entry closes when the run succeeds.
    /// </summary>
    [Function(nameof(ResubmitDeadLetter))]
    public async Task<IActionResult> ResubmitDeadLetter(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "dead-letters/{id}/resubmit")] HttpRequest request,
        string id, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        if (await letters.FindOpenAsync(id, cancellation) is not { } letter) return OperatorAnswers.NotFound("open dead letter", id);
        if (await client.GetInstanceAsync(id, cancellation) is { IsCompleted: false })
            return OperatorAnswers.Unavailable("The run is at work again already; wait for its end.");
        if (Start(letter) is not { } start) return OperatorAnswers.Unavailable($"Runs of the flow {letter.Flow} cannot be started again.");
        await audit.AddAsync(OperatorAnswers.Operator(request), "resubmit run", id, "accepted", cancellation: cancellation);
        await runs.SetStateAsync(id, RunState.Running, "Resubmitted.", cancellation: cancellation);
        await client.ScheduleNewOrchestrationInstanceAsync(
            start.Orchestration, start.Input, new StartOrchestrationOptions(id), cancellation);
        return new AcceptedResult($"/api/runs/{id}", new { id });
    }

    /// <summary><c>POST /api/dead-letters/{id}/close</c>: a person took care of it elsewhere.</summary>
    [Function(nameof(CloseDeadLetter))]
    public async Task<IActionResult> CloseDeadLetter(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "dead-letters/{id}/close")] HttpRequest request,
        string id, CancellationToken cancellation)
    {
        if (!await letters.CloseAsync(id, cancellation)) return OperatorAnswers.NotFound("open dead letter", id);
        await audit.AddAsync(OperatorAnswers.Operator(request), "close dead letter", id, "closed", cancellation: cancellation);
        return new OkObjectResult(new { id, closed = true });
    }

    private static (TaskName Orchestration, object Input)? Start(DeadLetter letter) => letter.Flow switch
    {
        OrderToCashOrchestration.Flow =>
            (nameof(OrderToCashOrchestration.OrderToCash), new OrderToCashInput(letter.Key)),
        SalesOrderToSageOrchestration.Flow =>
            (nameof(SalesOrderToSageOrchestration.SalesOrderToSage), new SalesOrderToSageInput(letter.Key)),
        ShipmentToSageOrchestration.Flow =>
            (nameof(ShipmentToSageOrchestration.ShipmentToSage), new ShipmentToSageInput(letter.Key)),
        _ => null,
    };
}
