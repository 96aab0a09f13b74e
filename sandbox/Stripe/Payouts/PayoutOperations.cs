using System.Text.Json.Nodes;
using Isthmus.Sandbox.Stripe.Parameters;
using Isthmus.Sandbox.Stripe.Protocol;
using Isthmus.Sandbox.Stripe.Records;

namespace Isthmus.Sandbox.Stripe.Payouts;

/// <summary>/v1/payouts. What is made here is manual: which transactions it holds, Stripe does not say.</summary>
internal sealed class PayoutOperations(StripeAccount account, PayoutDesk desk, PayoutCourse course)
{
    private static readonly Shape CreateShape = new()
    {
        { "amount", Take.Amount.Needed() }, { "currency", Take.Currency.Needed() }, { "description", Take.Text() }, { "destination", Take.Id },
        { "metadata", Take.Metadata }, { "method", Take.OneOf("standard", "instant") },
        { "source_type", Take.OneOf("bank_account", "card", "fpx") }, { "statement_descriptor", Take.Text(22) },
        { "payout_method", Take.Ignored }
    };

    private static readonly Shape ListShape = Shapes.PageByTime.With(new Shape
    {
        { "arrival_date", Take.Range }, { "destination", Take.Id },
        { "status", Take.OneOf("pending", "in_transit", "paid", "failed", "canceled") }
    });

    private static readonly Shape MetadataOnly = new() { { "metadata", Take.Metadata } };

    public IEnumerable<StripeOperation> All =>
    [
        StripeOperation.Get("/v1/payouts", ListShape, List),
        StripeOperation.Post("/v1/payouts", CreateShape, Create),
        StripeOperation.Get("/v1/payouts/{id}", Shapes.Read, call => account.Records.Payouts.Need(call)),
        StripeOperation.Post("/v1/payouts/{id}", MetadataOnly, Update),
        StripeOperation.Post("/v1/payouts/{id}/cancel", [], Cancel),
        StripeOperation.Post("/v1/payouts/{id}/reverse", MetadataOnly, Reverse)
    ];

    private RecordPage List(StripeCall call)
    {
        var arrival = CreatedFilter.Of(call.Parameters["arrival_date"], "arrival_date");
        return account.Records.Payouts.Page(call, "/v1/payouts", payout => arrival?.Invoke(payout) != false
            && (call.Text("status") is not { } status || PayoutCourse.Status(payout) == status), ("destination", "destination"));
    }

    private Answer Create(StripeCall call) => desk.PayOutPart(
        new PayoutDraft(call.Number("amount")!.Value, call.Text("currency")!, call.Livemode, account.Now)
        {
            Method = call.Text("method") ?? "standard", Description = call.Text("description"),
            StatementDescriptor = call.Text("statement_descriptor"), Metadata = call.Parameters["metadata"]
        }, call);

    private Answer Update(StripeCall call)
    {
        var payout = account.Records.Payouts.Need(call);
        var previous = new JsonObject();
        Patch.Metadata(payout, call.Parameters, previous);
        if (previous.Count > 0) account.Events.Emit("payout.updated", payout, call, previous);
        return payout;
    }

    private Answer Cancel(StripeCall call)
    {
        var payout = account.Records.Payouts.Need(call);
        if (payout["automatic"]!.GetValue<bool>()) throw Refuse.Bad("Automatic payouts cannot be canceled.", executed: true);
        if (PayoutCourse.Status(payout) != "pending")
            throw Refuse.Bad($"Payouts can only be canceled while pending; {call.Id} is {payout["status"]}.", executed: true);
        course.Cancel(payout, call);
        return payout;
    }

    private Answer Reverse(StripeCall call)
    {
        var payout = account.Records.Payouts.Need(call);
        if (PayoutCourse.Status(payout) != "paid" || payout["automatic"]!.GetValue<bool>() || payout["amount"]!.Long() < 0)
            throw Refuse.Bad($"Only manual payouts that were paid can be reversed; {call.Id} is {payout["status"]}.", executed: true);
        if (payout["reversed_by"] is { } other) throw Refuse.Bad($"Payout {call.Id} is already reversed by {other}.", executed: true);
        return desk.Reverse(payout, call.Parameters["metadata"], call);
    }
}
