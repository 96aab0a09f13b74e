using System.Text.Json.Nodes;
using Isthmus.Sandbox.Hosting;
using Isthmus.Sandbox.Stripe.Money;
using Isthmus.Sandbox.Stripe.Payments;

namespace Isthmus.Sandbox.Stripe.Payouts;

/// <summary>
/// POST /_sandbox/stripe/payouts {currency?, at?, to?, livemode?}: an automatic payout of each currency, or of one, now. Without
/// "at" (a Unix second) every payment so far is in it, as if its days had passed; with it, what is available by then. "to" takes it on at once:
/// in_transit, paid (not yet reconciled), reconciled (paid, and its transactions can be listed).
/// /payouts/{id}/evolve {to, failureCode?}: the same later, and failed.
/// </summary>
internal sealed class PayoutControls(StripeAccount account, Funds funds, PayoutDesk desk, PayoutCourse course, LateBalance late)
{
    public void Map(StripeControlMap controls)
    {
        controls.Post("/payouts", 201, (body, _) => PayOut(body));
        controls.Post("/payouts/{id}/evolve", 200, Evolve);
    }

    private JsonObject PayOut(JsonObject body)
    {
        body.AllowOnly("currency", "at", "to", "livemode");
        var (currency, at, livemode) = (body.Get<string>("currency"), body.Get<long?>("at"), body.Get<bool>("livemode"));
        if (at > account.Now) throw new ControlException("'at' must not be in the future: move the clock there first.");
        var made = new JsonArray();
        if (at is null) late.FillAll();
        foreach (var purse in funds.Purses.Where(purse => purse.Livemode == livemode && (currency ?? purse.Currency) == purse.Currency).ToList())
        {
            if (at is null) funds.ReleaseAll(purse);
            if (desk.PayOut(purse, at ?? account.Now, at ?? account.Now) is not { } payout) continue;
            if (body.Get<string>("to") is { } to) Take(payout, to, null);
            made.Add(Show(payout));
        }
        return new JsonObject { ["payouts"] = made };
    }

    private JsonObject Evolve(JsonObject body, string id)
    {
        body.AllowOnly("to", "failureCode");
        var payout = account.Records.Payouts.Find(id) ?? throw new ControlException($"No such payout: {id}", 404);
        Take(payout, body.Need<string>("to"), body.Get<string>("failureCode"));
        return Show(payout);
    }

    private void Take(JsonObject payout, string to, string? failureCode)
    {
        if (PayoutCourse.Status(payout) is "failed" or "canceled" && to != "reconciled")
            throw new ControlException($"The payout is {payout["status"]}.", 409);
        switch (to)
        {
            case "in_transit": course.Send(payout); break;
            case "paid": course.Arrive(payout); break;
            case "failed": course.Fail(payout, failureCode ?? "account_closed"); break;
            case "reconciled":
                course.Arrive(payout);
                course.Reconcile(payout);
                break;
            default: throw new ControlException($"'to' is one of in_transit, paid, reconciled, failed, not '{to}'.");
        }
    }

    private static JsonObject Show(JsonObject payout) => new()
    {
        ["payout"] = payout["id"]!.DeepClone(), ["amount"] = payout["amount"]!.DeepClone(), ["currency"] = payout["currency"]!.DeepClone(),
        ["status"] = payout["status"]!.DeepClone(), ["reconciliation"] = payout["reconciliation_status"]!.DeepClone()
    };
}
