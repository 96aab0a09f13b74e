using System.Globalization;
using Isthmus.Core.Audit;
using Isthmus.Core.Loads;
using Isthmus.Functions.Operators;
using Isthmus.Functions.Webhooks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.DurableTask.Client;

namespace Isthmus.Functions.Loads;

/// <summary>Starts a load when somebody asks.</summary>
public sealed class LoadStarts(LoadStore loads, LoadKinds kinds, AuditTrail audit, TimeProvider time)
{
    /// <summary>202 with the load; 200 with the one that is under way; 409 where something is in the way.</summary>
    public async Task<IActionResult> StartAsync(
        string kind, bool dryRun, string actor, DurableTaskClient client, CancellationToken cancellation)
    {
        if (kinds.Get(kind).Obstacle is { } obstacle) return OperatorAnswers.Unavailable(obstacle);
        var id = string.Create(CultureInfo.InvariantCulture, $"load-{kind}-{time.GetUtcNow():yyyyMMdd-HHmmss}");
        var load = await loads.BeginAsync(new Load { Id = id, Kind = kind, DryRun = dryRun, StartedBy = actor }, cancellation);
        // A load whose start was lost is started by whoever asks again.
        var begun = await client.GetInstanceAsync(load.Id, cancellation) is not { IsCompleted: false };
        if (begun)
        {
            await audit.AddAsync(actor, load.DryRun ? "start load, dry" : "start load", load.Id, "accepted", cancellation: cancellation);
            await FlowStart.StartUnlessAtWorkAsync(
                client, nameof(LoadOrchestration.Load), load.Id, new LoadInput(load.Id, load.Kind), cancellation);
        }
        var shown = ShownLoad.Of(load, time.GetUtcNow());
        return begun ? new AcceptedResult($"/api/loads/{load.Id}", shown) : new OkObjectResult(shown);
    }
}
