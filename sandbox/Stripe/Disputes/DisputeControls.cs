using System.Text.Json.Nodes;
using Isthmus.Sandbox.Hosting;
using Isthmus.Sandbox.Stripe.Records;

namespace Isthmus.Sandbox.Stripe.Disputes;

/// <summary>
/// POST /_sandbox/stripe/disputes {paymentIntent | charge, amount?, reason?, inquiry?, status?, withdraw?}: a cardholder complains;
/// /disputes/{id}/evolve {to: withdraw | reinstate | won | lost | warning_closed}: the bank goes on.
/// </summary>
internal sealed class DisputeControls(StripeAccount account, DisputeDesk desk)
{
    private static readonly string[] Beginnings = ["warning_needs_response", "warning_under_review", "needs_response", "under_review"];

    public void Map(StripeControlMap controls)
    {
        controls.Post("/disputes", 201, (body, _) => Open(body));
        controls.Post("/disputes/{id}/evolve", 200, Evolve);
    }

    private JsonObject Open(JsonObject body)
    {
        body.AllowOnly("paymentIntent", "charge", "amount", "reason", "inquiry", "status", "withdraw");
        var charge = ChargeOf(body);
        var reason = body.Get("reason", "fraudulent")!;
        if (!DisputeDraft.Reasons.Contains(reason))
            throw new ControlException($"'reason' is one of {string.Join(", ", DisputeDraft.Reasons)}, not '{reason}'.");
        var amount = body.Get<long?>("amount");
        if (amount < 1 || amount > charge["amount_captured"]!.Long()) throw new ControlException("'amount' does not fit the charge.");
        var status = body.Get<string>("status");
        if (status is not null && !Beginnings.Contains(status))
            throw new ControlException($"'status' is one of {string.Join(", ", Beginnings)}, not '{status}'.");
        var inquiry = body.Get("inquiry", status?.StartsWith("warning_", StringComparison.Ordinal) == true);
        return Show(desk.Open(charge, new DisputeDraft(reason, inquiry, amount, body.Get("withdraw", true), status)));
    }

    private JsonObject Evolve(JsonObject body, string id)
    {
        body.AllowOnly("to");
        var dispute = account.Records.Disputes.Find(id) ?? throw new ControlException($"No such dispute: {id}", 404);
        var to = body.Need<string>("to");
        if (DisputeDesk.IsClosed(dispute) && to != "reinstate") throw new ControlException($"The dispute {id} is closed.", 409);
        switch (to)
        {
            case "withdraw": desk.Withdraw(dispute); break;
            case "reinstate": desk.Reinstate(dispute); break;
            case "won" or "lost" or "warning_closed": desk.Close(dispute, to); break;
            default: throw new ControlException($"'to' is one of withdraw, reinstate, won, lost, warning_closed, not '{to}'.");
        }
        return Show(dispute);
    }

    private JsonObject ChargeOf(JsonObject body)
    {
        var id = body.Get<string>("charge") ?? account.Records.Intents.Find(body.Need<string>("paymentIntent"))?["latest_charge"]?.GetValue<string>();
        var charge = id is null ? null : account.Records.Charges.Find(id);
        if (charge is null) throw new ControlException("No such payment.", 404);
        return charge["captured"]!.GetValue<bool>() ? charge : throw new ControlException("The payment was not captured.", 409);
    }

    private static JsonObject Show(JsonObject dispute) => new()
    {
        ["dispute"] = dispute["id"]!.DeepClone(), ["charge"] = dispute["charge"]!.DeepClone(), ["amount"] = dispute["amount"]!.DeepClone(),
        ["status"] = dispute["status"]!.DeepClone()
    };
}
