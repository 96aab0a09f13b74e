using System.Text.Json.Nodes;
using Isthmus.Sandbox.Hosting;
using Isthmus.Sandbox.Stripe.Events;
using Isthmus.Sandbox.Stripe.Protocol;
using Isthmus.Sandbox.Stripe.Refunds;

namespace Isthmus.Sandbox.Stripe;

/// <summary>/_sandbox/stripe/refunds, /events and /webhook-endpoints: what a merchant does in Stripe's dashboard.</summary>
internal sealed class StripeControls(
    StripeAccount account, RefundOperations refunds, RefundDesk desk, EventDelivery delivery, EndpointOperations endpoints)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        Post(routes, "/refunds", 201, (body, _) => Refund(body));
        Post(routes, "/refunds/{id}/settle", 200, SettleRefund);
        Post(routes, "/events/raw", 201, (body, _) => RawEvent(body));
        Post(routes, "/events/{id}/deliver", 200, Redeliver);
        Post(routes, "/webhook-endpoints", 201, (body, _) => AddEndpoint(body));
        Post(routes, "/webhook-endpoints/{id}/roll", 200, (body, id) => new JsonObject
        {
            ["secret"] = endpoints.Roll(id, body.Get<string>("secret"), body.Get("oldSignsSeconds", 24 * 3600L))
        });
    }

    private void Post(IEndpointRouteBuilder routes, string path, int status, Func<JsonObject, string, JsonObject> act) =>
        routes.MapPost("/_sandbox/stripe" + path, async (HttpContext context) =>
        {
            var body = await context.Request.ReadControlAsync();
            var id = context.Request.RouteValues["id"] as string ?? "";
            JsonObject answer;
            try { lock (account.Records.Gate) answer = act(body, id); }
            catch (StripeException exception) { throw new ControlException(exception.Message, exception.Status); }
            await context.Response.WriteJsonAsync(status, answer);
        });

    private JsonObject Refund(JsonObject body)
    {
        body.AllowOnly("paymentIntent", "amount", "reason", "metadata");
        var id = body.Need<string>("paymentIntent");
        var intent = account.Records.Intents.Find(id) ?? throw new ControlException($"No such payment intent: {id}", 404);
        var call = StripeCall.OfControl(intent["livemode"]!.GetValue<bool>(), new JsonObject { ["payment_intent"] = id });
        var refund = desk.Create(refunds.ChargeOf(call), body.Get<long?>("amount"), body.Get<string>("reason"), body["metadata"], call);
        return new JsonObject { ["refund"] = refund["id"]!.DeepClone(), ["amount"] = refund["amount"]!.DeepClone() };
    }

    private JsonObject SettleRefund(JsonObject body, string id)
    {
        var refund = account.Records.Refunds.Find(id) ?? throw new ControlException($"No such refund: {id}", 404);
        var charge = account.Records.Charges.Find(refund["charge"]!.GetValue<string>())!;
        desk.Settle(refund, body.Get("succeed", true), StripeCall.OfControl(charge["livemode"]!.GetValue<bool>()));
        return new JsonObject { ["refund"] = id, ["status"] = refund["status"]!.DeepClone() };
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
            ["url"] = url, ["enabled_events"] = body["enabledEvents"]?.DeepClone() ?? new JsonArray("*"), ["api_version"] = body.Get<string>("apiVersion")
        });
        foreach (var old in account.Records.Endpoints.Oldest.Where(endpoint => Same(endpoint, url, livemode)).ToList())
            account.Records.Endpoints.Remove(old["id"]!.GetValue<string>());
        return endpoints.Create(call, body.Get<string>("secret") ?? account.NewId("whsec_", 32));
    }

    private static bool Same(JsonObject endpoint, string url, bool livemode) =>
        endpoint["url"]!.GetValue<string>() == url && endpoint["livemode"]!.GetValue<bool>() == livemode;
}
