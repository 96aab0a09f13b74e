using Isthmus.Connectors.Sage100;
using Isthmus.Connectors.Sage100.Outbound;
using Isthmus.Functions.Webhooks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Hosting;

namespace Isthmus.Functions.Agents;

/// <summary>
/// Where an agent that opens no port to anybody comes for work: docs/sage-100-agent-protocol.md, Outbound. Its key is looked
/// at before anything else.
/// </summary>
public sealed class AgentFunctions(
    AgentDoor door, AgentSeat seat, AgentExchange exchange, SageOptions options, IHostApplicationLifetime life)
{
    /// <summary>
    /// <c>GET /api/agents/{id}/work?wait=30</c>: the next call for the agent, or 204 when none came in so many seconds. 401
    /// without a valid key, 409 when a newer process is the agent.
    /// </summary>
    [Function(nameof(GiveAgentWork))]
    public async Task<IActionResult> GiveAgentWork(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "agents/{id}/work")] HttpRequest request, string id,
        CancellationToken cancellation)
    {
        if (!await door.AdmitsAsync(id, request.Headers.Authorization, cancellation)) return AgentAnswers.Unauthorized();
        if (AgentHeaders.Instance(request) is not { } instance) return AgentAnswers.Wrong(AgentHeaders.InstanceName);
        if (!seat.Admit(instance, AgentHeaders.Version(request))) return AgentAnswers.Replaced();
        using var over = CancellationTokenSource.CreateLinkedTokenSource(
            cancellation, request.HttpContext.RequestAborted, life.ApplicationStopping);
        try
        {
            var work = await exchange.TakeAsync(AgentHeaders.Wait(request), over.Token);
            return work is null ? new NoContentResult() : new AgentWorkResult(work, exchange.Left(work));
        }
        catch (OperationCanceledException) when (life.ApplicationStopping.IsCancellationRequested)
        {
            return new NoContentResult();
        }
    }

    /// <summary>
    /// <c>POST /api/agents/{id}/answers/{requestId}</c>: the agent's answer to a call. 410 when nobody waits for it any more,
    /// which is no reason to send it again.
    /// </summary>
    [Function(nameof(TakeAgentAnswer))]
    public async Task<IActionResult> TakeAgentAnswer(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "agents/{id}/answers/{requestId}")] HttpRequest request,
        string id, string requestId, CancellationToken cancellation)
    {
        if (!await door.AdmitsAsync(id, request.Headers.Authorization, cancellation)) return AgentAnswers.Unauthorized();
        if (AgentHeaders.Status(request) is not { } status) return AgentAnswers.Wrong(AgentHeaders.StatusName);
        var limit = options.Limits.LargestAnswer;
        if (await RequestBody.ReadAsync(request, cancellation, limit) is not { } body)
        {
            // It will not become shorter: whoever waits for it waits for nothing.
            exchange.Answer(requestId, AgentReply.TooLong);
            return AgentAnswers.TooLarge();
        }
        var reply = new AgentReply(status, body, AgentHeaders.RetryAfter(request));
        return exchange.Answer(requestId, reply) ? new NoContentResult() : AgentAnswers.Gone();
    }

    /// <summary><c>GET /api/agents</c>: the agent that comes for work, when it was last here, and what waits for it.</summary>
    [Function(nameof(ListAgents))]
    public IActionResult ListAgents([HttpTrigger(AuthorizationLevel.Function, "get", Route = "agents")] HttpRequest request)
    {
        if (options.Mode != SageAgentMode.Outbound) return new OkObjectResult(Array.Empty<ShownAgent>());
        var sitting = seat.Sitting;
        return new OkObjectResult(new[]
        {
            new ShownAgent(
                options.Outbound.AgentId, sitting?.Instance, sitting?.Version, sitting?.SeenAt, exchange.Waiting, exchange.Open),
        });
    }
}

/// <summary>An agent as operators see it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Instance">The process that is the agent; null before one came.</param>
/// <param name="Version">Its version.</param>
/// <param name="SeenAt">When it came last.</param>
/// <param name="Waiting">Calls that it did not take yet.</param>
/// <param name="Open">Calls that it did not answer yet, those included.</param>
public sealed record ShownAgent(string Id, string? Instance, string? Version, DateTimeOffset? SeenAt, int Waiting, int Open);
