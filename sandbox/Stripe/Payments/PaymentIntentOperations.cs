using System.Text.Json.Nodes;
using Isthmus.Sandbox.Stripe.Parameters;
using Isthmus.Sandbox.Stripe.Protocol;
using Isthmus.Sandbox.Stripe.Records;

namespace Isthmus.Sandbox.Stripe.Payments;

/// <summary>/v1/payment_intents.</summary>
internal sealed class PaymentIntentOperations(StripeAccount account, PaymentIntents intents, PaymentMethods methods, PaymentFlow flow)
{
    private static readonly Shape UpdateShape = new()
    {
        { "amount", Take.Amount }, { "capture_method", Take.OneOf("automatic", "automatic_async", "manual") }, { "currency", Take.Currency },
        { "customer", Take.Id }, { "description", Take.Text(1000) }, { "metadata", Take.Metadata }, { "payment_method", Take.Id },
        { "payment_method_types", Take.ListOf(Take.Text()) with { RemovedIn = "2026-09-30" } },
        { "receipt_email", Take.Email }, { "shipping", Shapes.Shipping },
        { Take.Ignored, "application_fee_amount", "payment_method_data", "payment_method_options", "setup_future_usage",
            "statement_descriptor", "statement_descriptor_suffix", "transfer_data", "transfer_group" }
    };

    private static readonly Shape CreateShape = UpdateShape.With(new Shape
    {
        { "amount", Take.Amount.Needed() }, { "currency", Take.Currency.Needed() }, { "confirm", Take.Boolean },
        { "confirmation_method", Take.OneOf("automatic", "manual") },
        { Take.Ignored, "automatic_payment_methods", "allowed_payment_method_types", "excluded_payment_method_types", "error_on_requires_action",
            "mandate", "mandate_data", "off_session", "on_behalf_of", "radar_options", "return_url", "use_stripe_sdk" }
    });

    private static readonly Shape ConfirmShape = new()
    {
        { "payment_method", Take.Id }, { "capture_method", Take.OneOf("automatic", "automatic_async", "manual") },
        { "receipt_email", Take.Email }, { "shipping", Shapes.Shipping },
        { Take.Ignored, "client_secret", "error_on_requires_action", "mandate", "mandate_data", "off_session", "payment_method_data",
            "payment_method_options", "radar_options", "return_url", "setup_future_usage", "use_stripe_sdk" }
    };

    private static readonly Shape CaptureShape = new()
    {
        { "amount_to_capture", Take.Amount }, { "metadata", Take.Metadata }, { "final_capture", Take.Boolean },
        { Take.Ignored, "application_fee_amount", "statement_descriptor", "statement_descriptor_suffix", "transfer_data" }
    };

    private static readonly Shape CancelShape = new()
    {
        { "cancellation_reason", Take.OneOf("abandoned", "duplicate", "fraudulent", "requested_by_customer") }
    };

    private static readonly Shape ListShape = Shapes.PageByTime.With(new Shape { { "customer", Take.Id } });

    public IEnumerable<StripeOperation> All =>
    [
        StripeOperation.Get("/v1/payment_intents", ListShape, call =>
            account.Records.Intents.Page(call, "/v1/payment_intents", null, ("customer", "customer"))),
        StripeOperation.Post("/v1/payment_intents", CreateShape, Create),
        StripeOperation.Get("/v1/payment_intents/{id}", Shapes.Read.With(new Shape { { "client_secret", Take.Ignored } }), Need),
        StripeOperation.Post("/v1/payment_intents/{id}", UpdateShape, Update),
        StripeOperation.Post("/v1/payment_intents/{id}/confirm", ConfirmShape, Confirm),
        StripeOperation.Post("/v1/payment_intents/{id}/capture", CaptureShape, Capture),
        StripeOperation.Post("/v1/payment_intents/{id}/cancel", CancelShape, Cancel)
    ];

    private Answer Need(StripeCall call) => account.Records.Intents.Need(call);

    private Answer Create(StripeCall call)
    {
        PaymentIntents.CheckAmount(call.Number("amount")!.Value, call.Text("currency")!);
        if (call.Text("customer") is { } customer) account.Records.Customers.Need(call, customer, "customer");
        var method = call.Text("payment_method") is { } id ? methods.Use(call, id) : null;
        var confirm = call.Flag("confirm") == true;
        if (confirm && method is null)
            throw Refuse.Bad("You cannot confirm this PaymentIntent because it's missing a payment method.", "payment_intent_unexpected_state");
        var intent = intents.Create(call);
        if (method is not null) Attach(intent, method);
        if (confirm) flow.Confirm(intent, method!, call);
        return intent;
    }

    private Answer Update(StripeCall call)
    {
        var intent = account.Records.Intents.Need(call);
        var sent = (JsonObject)call.Parameters.DeepClone();
        if (sent["shipping"] is JsonObject) sent["shipping"] = Postal.Shipping(sent["shipping"]);
        var done = intent["status"]!.GetValue<string>() is "succeeded" or "canceled" or "requires_capture" or "processing";
        if (done && (sent["amount"] ?? sent["currency"]) is not null)
            throw PaymentIntents.Unexpected(intent, "updated", "requires_payment_method, requires_confirmation, requires_action");
        if (call.Number("amount") is { } amount) PaymentIntents.CheckAmount(amount, call.Text("currency") ?? intent["currency"]!.GetValue<string>());
        if (call.Text("customer") is { } customer)
        {
            account.Records.Customers.Need(call, customer, "customer");
            account.Records.Intents.Reindex(intent, "customer", customer);
        }
        if (call.Text("payment_method") is { } id) Attach(intent, methods.Use(call, id));
        var previous = Patch.Apply(intent, sent, "amount", "capture_method", "currency", "description", "receipt_email", "shipping");
        Patch.Metadata(intent, call.Parameters, previous);
        if (previous.Count > 0 && account.Settings.SearchLagSeconds > 0) account.Records.Note(call.Id, account.Now);
        return intent;
    }

    private Answer Confirm(StripeCall call)
    {
        var intent = account.Records.Intents.Need(call);
        if (intent["status"]!.GetValue<string>() is not ("requires_payment_method" or "requires_confirmation"))
            throw PaymentIntents.Unexpected(intent, "confirmed", "requires_payment_method, requires_confirmation");
        var method = (call.Text("payment_method") ?? intent["payment_method"]?.GetValue<string>()) is { } id ? methods.Use(call, id)
            : throw Refuse.Bad("You cannot confirm this PaymentIntent because it's missing a payment method.", "payment_intent_unexpected_state");
        Patch.Apply(intent, call.Parameters, "capture_method", "receipt_email");
        flow.Confirm(intent, method, call);
        return intent;
    }

    private Answer Capture(StripeCall call)
    {
        var intent = account.Records.Intents.Need(call);
        if (intent["status"]!.GetValue<string>() != "requires_capture") throw PaymentIntents.Unexpected(intent, "captured", "requires_capture");
        var capturable = intent["amount_capturable"]!.Long();
        var amount = call.Number("amount_to_capture") ?? capturable;
        if (amount > capturable)
            throw Refuse.Bad("The amount to capture must be less than or equal to the capturable amount.", "amount_too_large", "amount_to_capture");
        Patch.Metadata(intent, call.Parameters, []);
        flow.Capture(intent, amount, call);
        return intent;
    }

    private Answer Cancel(StripeCall call)
    {
        var intent = account.Records.Intents.Need(call);
        if (intent["status"]!.GetValue<string>() is "succeeded" or "canceled" or "processing")
            throw PaymentIntents.Unexpected(intent, "canceled", "requires_payment_method, requires_capture, requires_confirmation, requires_action");
        flow.Cancel(intent, call.Text("cancellation_reason"), call);
        return intent;
    }

    private static void Attach(JsonObject intent, JsonObject method)
    {
        intent["payment_method"] = method["id"]!.DeepClone();
        intent["status"] = "requires_confirmation";
    }
}
