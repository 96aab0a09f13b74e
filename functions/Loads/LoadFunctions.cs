using Isthmus.Core.Audit;
using Isthmus.Core.Loads;
using Isthmus.Functions.Operators;
using Isthmus.Functions.Webhooks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Isthmus.Functions.Loads;

/// <summary>Starts loads, shows them, and lets people pause, resume and cancel them. Every action may be repeated.</summary>
public sealed class LoadFunctions(LoadStore loads, LoadKinds kinds, LoadStarts starts, AuditTrail audit, TimeProvider time)
{
    /// <summary>
    /// <c>POST /api/loads</c> with <c>{"kind":"items","dryRun":false}</c>: starts a load, 202; where one of that kind is under way,
    /// shows that one, 200.
    /// </summary>
    [Function(nameof(StartLoad))]
    public async Task<IActionResult> StartLoad(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "loads")] HttpRequest request,
        [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        if (await LoadOrder.ReadAsync(request, cancellation) is not { } order || !kinds.Has(order.Kind))
            return OperatorAnswers.Wrong("body", null, $"Give {{\"kind\":\"...\"}}; kinds are {string.Join(", ", kinds.Names)}.");
        return await starts.StartAsync(order.Kind, order.DryRun, OperatorAnswers.Operator(request), client, cancellation);
    }

    /// <summary><c>GET /api/loads?limit=</c>: loads, the latest first.</summary>
    [Function(nameof(ListLoads))]
    public async Task<IActionResult> ListLoads(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "loads")] HttpRequest request, CancellationToken cancellation) =>
        new OkObjectResult(new ListPage<ShownLoad>(
            [.. (await loads.ListAsync(OperatorAnswers.Limit(request), cancellation)).Select(Shown)], null));

    /// <summary><c>GET /api/loads/{id}</c>: one load with its progress.</summary>
    [Function(nameof(ShowLoad))]
    public async Task<IActionResult> ShowLoad(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "loads/{id}")] HttpRequest request, string id,
        CancellationToken cancellation) =>
        await loads.FindAsync(id, cancellation) is { } load ? new OkObjectResult(Shown(load)) : OperatorAnswers.NotFound("load", id);

    /// <summary>
    /// <c>POST /api/loads/{id}/pause</c>, <c>/resume</c>, <c>/cancel</c>: takes effect at the end of the page under way.
    /// </summary>
    [Function(nameof(SteerLoad))]
    public async Task<IActionResult> SteerLoad(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "loads/{id}/{action:regex(^(pause|resume|cancel)$)}")]
        HttpRequest request,
        string id, string action, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        if (await loads.FindAsync(id, cancellation) is not { } load) return OperatorAnswers.NotFound("load", id);
        if (!load.Open)
            return OperatorAnswers.Unavailable(
                $"The load is {load.State.ToString().ToLowerInvariant()}; only one that is under way can be steered.");
        var actor = OperatorAnswers.Operator(request);
        load = await loads.ChangeAsync(id, now => Steered(now, action, actor), cancellation);
        await audit.AddAsync(actor, action + " load", id, "accepted", cancellation: cancellation);
        await FlowStart.TellAsync(client, id, action, heeds: load.State == LoadState.Paused, cancellation);
        return new AcceptedResult($"/api/loads/{id}", Shown(load));
    }

    private static Load Steered(Load load, string action, string actor) => action switch
    {
        "pause" => load with { Wish = LoadWish.Pause, Note = load.Note ?? $"Paused by {actor}." },
        "resume" => load with
        {
            Wish = LoadWish.Run, Forgiven = load.Counts.Failed, Note = load.State == LoadState.Running ? null : load.Note,
        },
        _ => load with { Wish = LoadWish.Cancel },
    };

    private ShownLoad Shown(Load load) => ShownLoad.Of(load, time.GetUtcNow());
}
