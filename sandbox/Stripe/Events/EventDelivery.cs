using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Isthmus.Sandbox.Hosting;
using Isthmus.Sandbox.Stripe.Records;
using Isthmus.Sandbox.Webhooks;

namespace Isthmus.Sandbox.Stripe.Events;

/// <summary>Sends events to webhook endpoints, signed, and keeps pending_webhooks up to date.</summary>
internal sealed class EventDelivery(SandboxServices services, StripeRecords records, EndpointSecrets secrets, StripeSettings settings)
{
    // Stripe's webhook bodies are indented; a receiver that re-serialises before verifying fails on them.
    private static readonly JsonSerializerOptions Indented =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly HashSet<string> givenUp = [];

    /// <summary>Sends to every endpoint that wants the event, the given number of times.</summary>
    public void Deliver(JsonObject happened, int times = 1)
    {
        var endpoints = Wanting(happened);
        happened["pending_webhooks"] = endpoints.Count;
        givenUp.Remove(happened["id"]!.GetValue<string>());
        foreach (var endpoint in endpoints)
        {
            var message = Message(happened, endpoint);
            for (var i = 0; i < times; i++) services.Webhooks.Send(message);
        }
    }

    /// <summary>Leaves the event as one that no endpoint received.</summary>
    public void Lose(JsonObject happened)
    {
        happened["pending_webhooks"] = Wanting(happened).Count;
        givenUp.Add(happened["id"]!.GetValue<string>());
    }

    public JsonArray Save() { lock (records.Gate) return [.. givenUp.Select(id => JsonValue.Create(id))]; }

    /// <summary>Ids of events that no endpoint is to receive any more.</summary>
    public void Load(JsonNode? saved)
    {
        foreach (var id in saved?.AsArray() ?? []) givenUp.Add(id!.GetValue<string>());
    }

    /// <summary>After a restart: what was not delivered is sent again.</summary>
    public void Resume()
    {
        lock (records.Gate)
            foreach (var happened in records.Events.Oldest.Where(IsOpen)) Deliver(happened);
    }

    private bool IsOpen(JsonObject happened) =>
        happened["pending_webhooks"]!.Long() > 0 && !givenUp.Contains(happened["id"]!.GetValue<string>());

    private List<JsonObject> Wanting(JsonObject happened)
    {
        var type = happened["type"]!.GetValue<string>();
        var livemode = happened["livemode"]!.GetValue<bool>();
        return records.Endpoints.Oldest.Where(endpoint =>
            Enabled(endpoint) && endpoint["livemode"]!.GetValue<bool>() == livemode
            && endpoint["enabled_events"]!.AsArray().Any(wanted => wanted!.GetValue<string>() is var name && (name == "*" || name == type))).ToList();
    }

    private WebhookMessage Message(JsonObject happened, JsonObject endpoint)
    {
        var id = endpoint["id"]!.GetValue<string>();
        var body = (JsonObject)happened.DeepClone();
        body["pending_webhooks"] = Math.Max(1, happened["pending_webhooks"]!.Long());
        if (endpoint["api_version"] is { } version) body["api_version"] = version.GetValue<string>();
        var bytes = JsonSerializer.SerializeToUtf8Bytes(body, Indented);
        var taken = 0;
        return new WebhookMessage("stripe", $"{happened["type"]} {happened["id"]}", new Uri(endpoint["url"]!.GetValue<string>()), bytes,
            "application/json; charset=utf-8",
            unix =>
            [
                new("Stripe-Signature", WebhookSignature.Header(unix, bytes, secrets.Active(id))),
                new("User-Agent", "Stripe/1.0 (+https://stripe.com/docs/webhooks)")
            ],
            settings.WebhookRetrySeconds.Select(TimeSpan.FromSeconds).ToList(),
            () => { lock (records.Gate) return records.Endpoints.Find(id) is { } still && Enabled(still); },
            attempt =>
            {
                if (attempt.Delivered && Interlocked.Exchange(ref taken, 1) == 0) CountTaken(happened);
                else if (attempt is { Final: true, Delivered: false }) GiveUp(happened);
            });
    }

    private void GiveUp(JsonObject happened)
    {
        lock (records.Gate) givenUp.Add(happened["id"]!.GetValue<string>());
    }

    private void CountTaken(JsonObject happened)
    {
        lock (records.Gate) happened["pending_webhooks"] = Math.Max(0, happened["pending_webhooks"]!.Long() - 1);
        services.Changes.Touch();
    }

    private static bool Enabled(JsonObject endpoint) => endpoint["status"]!.GetValue<string>() == "enabled";
}
