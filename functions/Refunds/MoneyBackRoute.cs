using System.Text.Json;
using Isthmus.Core.Inbox;
using Isthmus.Core.Runs;
using Isthmus.Functions.Steps;
using Isthmus.Functions.Webhooks;
using Microsoft.DurableTask.Client;

namespace Isthmus.Functions.Refunds;

/// <summary>Keeps disputes in sight: each gets a run that says that no flow handles it yet.</summary>
public sealed class MoneyBackRoute(RunStore runs) : IEventRoute
{
    /// <inheritdoc/>
    public string Connection => "stripe";

    /// <inheritdoc/>
    public bool Takes(string type) => type.StartsWith("charge.dispute.", StringComparison.Ordinal);

    /// <inheritdoc/>
    public async Task<RouteOutcome> RouteAsync(
        InboxEvent received, JsonElement body, DurableTaskClient client, CancellationToken cancellation)
    {
        var thing = body.GetProperty("data").GetProperty("object");
        if (thing.FindText("id") is not { } key || !EventIds.Usable(key)) return new RouteOutcome(InboxState.Ignored, "The event names no dispute.");
        const string flow = "dispute";
        var run = new Run
        {
            Id = $"{flow}-{key}",
            Flow = flow,
            Key = key,
            State = RunState.NotHandled,
            Outcome = $"A {flow} was received and kept. Book it in Zoho and Sage by hand; no flow does that yet.",
        };
        await runs.BeginAsync(run, cancellation);
        return new RouteOutcome(InboxState.NotHandled, run.Id);
    }
}
