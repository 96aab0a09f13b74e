using System.Text.Json;
using Isthmus.Core.Inbox;
using Isthmus.Core.Runs;
using Isthmus.Functions.Webhooks;
using Microsoft.DurableTask.Client;

namespace Isthmus.Functions.Payouts;

/// <summary>Takes Stripe's payouts to their reconciliation, and those that failed to their reversal as well.</summary>
public sealed class PayoutRoute(RunStore runs) : IEventRoute
{
    /// <inheritdoc/>
    public string Connection => "stripe";

    /// <inheritdoc/>
    public bool Takes(string type) => type is "payout.paid" or "payout.reconciliation_completed" or "payout.failed" or "payout.canceled";

    /// <inheritdoc/>
    public async Task<RouteOutcome> RouteAsync(
        InboxEvent received, JsonElement body, DurableTaskClient client, CancellationToken cancellation)
    {
        if (body.GetProperty("data").GetProperty("object").FindId("id") is not { } payout)
            return new RouteOutcome(InboxState.Ignored, "The event names no payout.");
        var failed = received.Type is "payout.failed" or "payout.canceled";
        var outcome = await ReconcileAsync(runs, payout, received.Type, onlyTell: failed, client, cancellation);
        if (!failed) return new RouteOutcome(InboxState.Routed, outcome);
        var reversal = PayoutReversalOrchestration.InstanceId(payout);
        await FlowStart.StartOrTellAsync(
            client, nameof(PayoutReversalOrchestration.ReversePayout), reversal, new PayoutInput(payout), received.Type, cancellation, heeds: false);
        return new RouteOutcome(InboxState.Routed, reversal);
    }

    /// <summary>Starts the payout's reconciliation, or tells the one that waits.</summary>
    internal static async Task<string> ReconcileAsync(
        RunStore runs, string payout, string news, bool onlyTell, DurableTaskClient client, CancellationToken cancellation)
    {
        var instance = PayoutReconciliationOrchestration.InstanceId(payout);
        var run = await runs.FindAsync(instance, cancellation);
        if (run is { State: RunState.Done or RunState.Ignored }) return $"{instance}, which is {run.State} already";
        if (onlyTell && run is not { State: RunState.Waiting }) return instance;
        await FlowStart.StartOrTellAsync(
            client, nameof(PayoutReconciliationOrchestration.ReconcilePayout), instance, new PayoutInput(payout), news, cancellation,
            heeds: run is { State: RunState.Waiting });
        return instance;
    }
}
