using System.Text.Json.Nodes;
using Isthmus.Sandbox.Stripe.Parameters;
using Isthmus.Sandbox.Stripe.Protocol;
using Isthmus.Sandbox.Stripe.Records;

namespace Isthmus.Sandbox.Stripe.Payments;

/// <summary>Makes and changes payment intents.</summary>
internal sealed class PaymentIntents(StripeAccount account)
{
    public JsonObject Create(StripeCall call, long? created = null)
    {
        var sent = call.Parameters;
        var id = account.NewId("pi_3");
        var intent = account.Records.Intents.Add(new JsonObject
        {
            ["id"] = id, ["object"] = "payment_intent", ["amount"] = call.Number("amount"), ["amount_capturable"] = 0,
            ["amount_details"] = new JsonObject { ["tip"] = new JsonObject() }, ["amount_received"] = 0, ["application"] = null,
            ["application_fee_amount"] = null, ["automatic_payment_methods"] = new JsonObject { ["enabled"] = true },
            ["canceled_at"] = null, ["cancellation_reason"] = null, ["capture_method"] = call.Text("capture_method") ?? "automatic_async",
            ["client_secret"] = $"{id}_secret_{account.NewId("", 25)}", ["confirmation_method"] = call.Text("confirmation_method") ?? "automatic",
            ["created"] = created ?? account.Now, ["currency"] = call.Text("currency"), ["customer"] = call.Text("customer"),
            ["description"] = call.Text("description"), ["excluded_payment_method_types"] = null, ["last_payment_error"] = null,
            ["latest_charge"] = null, ["livemode"] = call.Livemode, ["metadata"] = Patch.NewMetadata(sent["metadata"]),
            ["next_action"] = null, ["on_behalf_of"] = null, ["payment_method"] = null,
            ["payment_method_configuration_details"] = null, ["payment_method_options"] = new JsonObject(),
            ["payment_method_types"] = sent["payment_method_types"]?.DeepClone() ?? new JsonArray("card"), ["processing"] = null,
            ["receipt_email"] = call.Text("receipt_email"), ["review"] = null, ["setup_future_usage"] = null,
            ["shipping"] = Postal.Shipping(sent["shipping"]), ["source"] = null, ["statement_descriptor"] = null,
            ["statement_descriptor_suffix"] = null, ["status"] = "requires_payment_method", ["transfer_data"] = null, ["transfer_group"] = null
        });
        account.Events.Emit("payment_intent.created", intent, call);
        return intent;
    }

    /// <summary>Amount and currency as Stripe takes them: not too small, and three-decimal amounts ending in 0.</summary>
    public static void CheckAmount(long amount, string currency)
    {
        if (amount < Currencies.SmallestCharge(currency))
            throw Refuse.Bad($"Amount must be no less than the minimum charge amount for {currency}.", "amount_too_small", "amount");
        if (amount > 99_999_999)
            throw Refuse.Bad($"Amount must be no more than 99999999 in {currency}.", "amount_too_large", "amount");
        if (Currencies.NeedsTrailingZero(currency) && amount % 10 != 0)
            throw Refuse.Bad($"Invalid amount: amounts in {currency} must be evenly divisible by 10.", param: "amount");
    }

    public static StripeException Unexpected(JsonObject intent, string verb, string wanted) => new(400, "invalid_request_error",
        $"This PaymentIntent could not be {verb} because it has a status of {intent["status"]}. Only a PaymentIntent with one of the "
        + $"following statuses may be {verb}: {wanted}.")
        { Code = "payment_intent_unexpected_state", PaymentIntent = (JsonObject)intent.DeepClone(), Executed = true };
}
