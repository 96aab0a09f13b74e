using System.Text.Json.Nodes;
using Isthmus.Sandbox.Hosting;
using Isthmus.Sandbox.Stripe.Protocol;

namespace Isthmus.Sandbox.Stripe.Events;

/// <summary>/_sandbox/stripe/events and /webhook-endpoints: what a merchant does in Stripe's dashboard.</summary>
internal sealed class EventControls(StripeAccount account, EventDelivery delivery, EndpointOperations endpoints)
{
    public void Map(StripeControlMap controls)
    {
        controls.Post("/events/raw", 201, (body, _) => RawEvent(body));
        controls.Post("/events/{id}/deliver", 200, Redeliver);
        controls.Post("/webhook-endpoints", 201, (body, _) => AddEndpoint(body));
        controls.Post("/webhook-endpoints/{id}/roll", 200, (body, id) => new JsonObject
        {
            ["secret"] = endpoints.Roll(id, body.Get<string>("secret"), body.Get("oldSignsSeconds", 24 * 3600L))
        });
    }

    private JsonObject RawEvent(JsonObject body)
    {
        body.AllowOnly("type", "object", "previousAttributes", "livemode");
        var call = StripeCall.OfControl(body.Get<bool>("livemode"));
        var about = body["object"] as JsonObject ?? [];
        var happened = account.Events.Emit(body.Need<string>("type"), about, call, body["previousAttributes"]?.DeepClone() as JsonObject);
        return new JsonObject { ["event"] = happened["id"]!.DeepClone() };
    }

    private JsonObject Redeliver(JsonObject body, string id)
    {
        body.AllowOnly("times");
        var happened = account.Records.Events.Find(id) ?? throw new ControlException($"No such event: {id}", 404);
        delivery.Deliver(happened, body.Get("times", 1));
        return new JsonObject { ["event"] = id };
    }

    /// <summary>Registers an address once; again with the same address replaces its events and secret.</summary>
    private JsonObject AddEndpoint(JsonObject body)
    {
        body.AllowOnly("url", "secret", "enabledEvents", "apiVersion", "livemode");
        var url = body.Need<string>("url");
        var livemode = body.Get<bool>("livemode");
        var call = StripeCall.OfControl(livemode, new JsonObject
        {
            ["url"] = url, ["enabled_events"] = body["enabledEvents"]?.DeepClone() ?? new JsonArray("*"),
            ["api_version"] = body.Get<string>("apiVersion")
        });
        foreach (var old in account.Records.Endpoints.Oldest.Where(endpoint => Same(endpoint, url, livemode)).ToList())
            account.Records.Endpoints.Remove(old["id"]!.GetValue<string>());
        return endpoints.Create(call, body.Get<string>("secret") ?? account.NewId("whsec_", 32));
    }

    private static bool Same(JsonObject endpoint, string url, bool livemode) =>
        endpoint["url"]!.GetValue<string>() == url && endpoint["livemode"]!.GetValue<bool>() == livemode;
}
