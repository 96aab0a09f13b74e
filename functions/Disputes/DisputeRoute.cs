using System.Text.Json;
using Isthmus.Core.Inbox;
using Isthmus.Functions.Webhooks;
using Microsoft.DurableTask.Client;

namespace Isthmus.Functions.Disputes;

/// <summary>
/// Takes every event about a dispute to its one run. Their order does not matter: the run reads the dispute afresh, and one that is
/// over looks again, because a decision may be reversed.
/// </summary>
public sealed class DisputeRoute : IEventRoute
{
    /// <inheritdoc/>
    public string Connection => "stripe";

    /// <inheritdoc/>
    public bool Takes(string type) => type.StartsWith("charge.dispute.", StringComparison.Ordinal);

    /// <inheritdoc/>
    public async Task<RouteOutcome> RouteAsync(
        InboxEvent received, JsonElement body, DurableTaskClient client, CancellationToken cancellation)
    {
        if (body.GetProperty("data").GetProperty("object").FindId("id") is not { } id)
            return new RouteOutcome(InboxState.Ignored, "The event names no dispute.");
        var instance = DisputeOrchestration.InstanceId(id);
        await FlowStart.StartOrTellAsync(
            client, nameof(DisputeOrchestration.FollowDispute), instance, new DisputeInput(id), received.Type, cancellation);
        return new RouteOutcome(InboxState.Routed, instance);
    }
}
