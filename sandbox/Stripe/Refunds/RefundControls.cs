using System.Text.Json.Nodes;
using Isthmus.Sandbox.Hosting;
using Isthmus.Sandbox.Stripe.Protocol;

namespace Isthmus.Sandbox.Stripe.Refunds;

/// <summary>
/// POST /_sandbox/stripe/refunds {paymentIntent | charge, amount?, reason?, metadata?, status?}: a refund made in the dashboard;
/// /refunds/{id}/settle {succeed?, reason?}: the bank's word on one.
/// </summary>
internal sealed class RefundControls(StripeAccount account, RefundOperations refunds, RefundDesk desk)
{
    private static readonly string[] Beginnings = ["succeeded", "pending", "requires_action"];

    public void Map(StripeControlMap controls)
    {
        controls.Post("/refunds", 201, (body, _) => Refund(body));
        controls.Post("/refunds/{id}/settle", 200, Settle);
    }

    private JsonObject Refund(JsonObject body)
    {
        body.AllowOnly("paymentIntent", "charge", "amount", "reason", "metadata", "status");
        var (kind, id) = body.Get<string>("charge") is { } charge ? ("charge", charge) : ("payment_intent", body.Need<string>("paymentIntent"));
        var paid = account.Records.Resolve(id) ?? throw new ControlException($"No such {kind.Replace('_', ' ')}: {id}", 404);
        if (body.Get<string>("status") is { } status && !Beginnings.Contains(status))
            throw new ControlException($"'status' is one of {string.Join(", ", Beginnings)}, not '{status}'.");
        var call = StripeCall.OfControl(paid["livemode"]!.GetValue<bool>(), new JsonObject { [kind] = id });
        var refund = refunds.Create(call, new RefundDraft(
            body.Get<long?>("amount"), body.Get<string>("reason"), body["metadata"], body.Get<string>("status")));
        return new JsonObject
        {
            ["refund"] = refund["id"]!.DeepClone(), ["amount"] = refund["amount"]!.DeepClone(), ["status"] = refund["status"]!.DeepClone()
        };
    }

    private JsonObject Settle(JsonObject body, string id)
    {
        body.AllowOnly("succeed", "reason");
        var refund = account.Records.Refunds.Find(id) ?? throw new ControlException($"No such refund: {id}", 404);
        var (status, succeed) = (refund["status"]!.GetValue<string>(), body.Get("succeed", true));
        if (status is "failed" or "canceled" || (succeed && status == "succeeded"))
            throw new ControlException($"The refund {id} is {status} already.", 409);
        if (succeed) desk.Succeed(refund);
        else desk.Fail(refund, body.Get("reason", "declined")!);
        return new JsonObject { ["refund"] = id, ["status"] = refund["status"]!.DeepClone() };
    }
}
