using System.Text.Json.Nodes;
using Isthmus.Sandbox.Stripe.Parameters;
using Isthmus.Sandbox.Stripe.Protocol;
using Isthmus.Sandbox.Stripe.Records;

namespace Isthmus.Sandbox.Stripe.Payments;

/// <summary>/v1/charges.</summary>
internal sealed class ChargeOperations(StripeAccount account)
{
    private static readonly Shape UpdateShape = new()
    {
        { "customer", Take.Id }, { "description", Take.Text(40000) }, { "metadata", Take.Metadata }, { "receipt_email", Take.Email },
        { "shipping", Shapes.Shipping }, { Take.Ignored, "fraud_details", "transfer_group" }
    };

    private static readonly Shape ListShape = Shapes.PageByTime.With(new Shape
    {
        { "customer", Take.Id }, { "payment_intent", Take.Id }, { "transfer_group", Take.Ignored }
    });

    public IEnumerable<StripeOperation> All =>
    [
        StripeOperation.Get("/v1/charges", ListShape, call => account.Records.Charges.Page(
            call, "/v1/charges", null, ("customer", "customer"), ("payment_intent", "payment_intent"))),
        StripeOperation.Get("/v1/charges/{id}", Shapes.Read, call => account.Records.Charges.Need(call)),
        StripeOperation.Post("/v1/charges/{id}", UpdateShape, Update)
    ];

    private Answer Update(StripeCall call)
    {
        var charge = account.Records.Charges.Need(call);
        var sent = (JsonObject)call.Parameters.DeepClone();
        if (sent["shipping"] is JsonObject) sent["shipping"] = Postal.Shipping(sent["shipping"]);
        if (call.Text("customer") is { } customer)
        {
            account.Records.Customers.Need(call, customer, "customer");
            account.Records.Charges.Reindex(charge, "customer", customer);
        }
        var previous = Patch.Apply(charge, sent, "description", "receipt_email", "shipping");
        Patch.Metadata(charge, call.Parameters, previous);
        if (previous.Count > 0) account.Events.Emit("charge.updated", charge, call, previous);
        return charge;
    }
}
