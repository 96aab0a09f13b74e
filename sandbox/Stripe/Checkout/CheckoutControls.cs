using System.Text.Json.Nodes;
using Isthmus.Sandbox.Hosting;
using Isthmus.Sandbox.Stripe.Events;
using Isthmus.Sandbox.Stripe.Payments;

namespace Isthmus.Sandbox.Stripe.Checkout;

/// <summary>POST /_sandbox/stripe/checkouts and /complete-delayed.</summary>
internal sealed class CheckoutControls(StripeAccount account, CheckoutDesk desk, EventDelivery delivery, LateBalance balance)
{
    public void Map(StripeControlMap controls)
    {
        controls.Post("/checkouts", 201, (body, _) => Play(new CheckoutRequest(body)));
        controls.Post("/complete-delayed", 200, (body, _) => Finish(body));
    }

    private JsonObject Finish(JsonObject body)
    {
        body.AllowOnly("session", "succeed");
        var id = body.Need<string>("session");
        var session = account.Records.Sessions.Find(id) ?? throw new ControlException($"No such session: {id}", 404);
        if (session["payment_intent"] is null) throw new ControlException("The session has no payment.", 409);
        desk.FinishDelayed(session, body.Get("succeed", true));
        return new JsonObject { ["session"] = id };
    }

    private JsonObject Play(CheckoutRequest request)
    {
        CheckoutOutcome? outcome = null;
        var events = account.Events.Collect(() => outcome = desk.Play(request));
        if (request.Deliver == "lost")
        {
            foreach (var happened in events) delivery.Lose(happened);
            if (outcome!.Charge is { } charge) balance.Silence(charge);
        }
        else
        {
            foreach (var happened in request.Deliver == "shuffled" ? Shuffled(events) : events) delivery.Deliver(happened, 1 + request.Duplicates);
        }
        return outcome!.Show(events.Select(happened => happened["id"]!.GetValue<string>()));
    }

    private List<JsonObject> Shuffled(List<JsonObject> events)
    {
        var chance = new Random((int)(account.Services.Ids.NextNumber() + account.Services.Ids.Seed));
        return [.. events.OrderBy(_ => chance.Next())];
    }
}
