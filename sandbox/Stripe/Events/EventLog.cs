using System.Text.Json.Nodes;
using Isthmus.Sandbox.Hosting;
using Isthmus.Sandbox.Stripe.Protocol;
using Isthmus.Sandbox.Stripe.Records;

namespace Isthmus.Sandbox.Stripe.Events;

/// <summary>Records what happened as events and hands them to the webhook endpoints that want them.</summary>
internal sealed class EventLog(SandboxServices services, StripeRecords records, EventDelivery delivery, StripeSettings settings)
{
    private List<JsonObject>? collecting;

    /// <summary>Emits one event with a copy of the object as it is now.</summary>
    public JsonObject Emit(string type, JsonObject about, StripeCall call, JsonObject? previous = null)
    {
        var data = new JsonObject { ["object"] = about.DeepClone() };
        if (previous is not null) data["previous_attributes"] = previous;
        var happened = records.Events.Add(new JsonObject
        {
            ["id"] = services.Ids.Next("evt_1"),
            ["object"] = "event",
            ["api_version"] = StripeVersion.AccountDefault,
            ["created"] = services.Clock.UnixSeconds,
            ["data"] = data,
            ["livemode"] = call.Livemode,
            ["pending_webhooks"] = 0,
            ["request"] = new JsonObject { ["id"] = call.RequestId, ["idempotency_key"] = call.IdempotencyKey },
            ["type"] = type
        });
        if (settings.SearchLagSeconds > 0 && about["id"] is { } id) records.Note(id.GetValue<string>(), services.Clock.UnixSeconds);
        services.Changes.Touch();
        if (collecting is null) delivery.Deliver(happened);
        else collecting.Add(happened);
        return happened;
    }

    /// <summary>Emits an event that no endpoint will receive.</summary>
    public void EmitLost(string type, JsonObject about, StripeCall call, JsonObject? previous = null)
    {
        foreach (var happened in Collect(() => Emit(type, about, call, previous))) delivery.Lose(happened);
    }

    /// <summary>Runs the work and returns its events in order, none of them delivered yet.</summary>
    public List<JsonObject> Collect(Action work)
    {
        var events = collecting = [];
        try { work(); }
        finally { collecting = null; }
        return events;
    }
}
