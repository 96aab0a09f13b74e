using System.Text.Json.Nodes;
using Isthmus.Sandbox.Hosting;
using Isthmus.Sandbox.Stripe.Customers;
using Isthmus.Sandbox.Stripe.Payments;
using Isthmus.Sandbox.Stripe.Protocol;
using Isthmus.Sandbox.Stripe.Records;

namespace Isthmus.Sandbox.Stripe.Checkout;

/// <summary>
/// Plays a whole checkout: customer, session, lines, payment intent, charge, in the order and with the events of the real one.
/// </summary>
internal sealed class CheckoutDesk(
    StripeAccount account, CustomerOperations customers, Sessions sessions, SessionLines lines, CatalogPrices catalog,
    PaymentIntents intents, PaymentMethods methods, PaymentFlow flow)
{
    public CheckoutOutcome Play(CheckoutRequest request)
    {
        var call = StripeCall.OfControl(request.Livemode);
        var customer = CustomerOf(request, call);
        var draft = new SessionDraft(request.Currency, request.Totals, request.ShippingAmount, request.ShippingTax)
        {
            Reference = request.Reference, Customer = customer, Metadata = request.Body["metadata"], Created = request.Created,
            CustomerCreation = customer is not null && request.Customer["id"] is null ? "always" : null,
            HasShipping = request.Shipping is not null
        };
        var session = request.Direct ? null : Open(request, draft, call);
        var intent = draft.Total == 0 ? null : Intend(request, draft.Total, customer, call);
        if (session is not null && intent is not null)
            account.Records.Sessions.Reindex(session, "payment_intent", intent["id"]!.GetValue<string>());
        if (intent is not null) Pay(request, intent, call);
        if (session is not null) Complete(request, session, intent, call);
        if (request is { Manual: true, CaptureAmount: { } amount } && intent is not null) Capture(session, intent, amount, call);
        return new CheckoutOutcome(session, intent, customer, draft.Total, request.Currency);
    }

    /// <summary>The outcome of a delayed payment method, days later.</summary>
    public void FinishDelayed(JsonObject session, bool succeeded)
    {
        var call = StripeCall.OfControl(session["livemode"]!.GetValue<bool>());
        var intent = account.Records.Intents.Find(session["payment_intent"]!.GetValue<string>())!;
        if (intent["status"]!.GetValue<string>() != "processing") throw new ControlException("The session's payment is not processing.", 409);
        flow.Finish(intent, succeeded, call);
        if (succeeded) session["payment_status"] = "paid";
        account.Events.Emit($"checkout.session.async_payment_{(succeeded ? "succeeded" : "failed")}", session, call);
    }

    private string? CustomerOf(CheckoutRequest request, StripeCall call)
    {
        var asked = request.Customer;
        if (asked.Get<string>("id") is { } id)
            return account.Records.Customers.Find(id) is null ? throw new ControlException($"No such customer: {id}", 404) : id;
        if (!asked.Get<bool>("create")) return null;
        var sent = new JsonObject
        {
            ["email"] = asked["email"]?.DeepClone(), ["name"] = asked["name"]?.DeepClone(), ["phone"] = asked["phone"]?.DeepClone(),
            ["metadata"] = asked["metadata"]?.DeepClone(), ["address"] = request.Body["billing"]?.DeepClone(),
            ["shipping"] = request.Receiver
        };
        return customers.Create(call with { Parameters = sent }, request.Created)["id"]!.GetValue<string>();
    }

    private JsonObject Open(CheckoutRequest request, SessionDraft draft, StripeCall call)
    {
        var session = sessions.Add(draft, call);
        for (var i = 0; i < request.Drafts.Count; i++)
        {
            var (line, asked) = (request.Drafts[i], request.Lines[i]);
            var price = catalog.Find(call, request.Currency, asked.Get<string>("sku"), line.Description, line.UnitAmount);
            lines.Add(session, line, request.Totals[i], price, asked["metadata"]);
        }
        return session;
    }

    private JsonObject Intend(CheckoutRequest request, long amount, string? customer, StripeCall call) => intents.Create(call with
    {
        Parameters = new JsonObject
        {
            ["amount"] = amount, ["currency"] = request.Currency, ["customer"] = customer,
            ["capture_method"] = request.Manual ? "manual" : "automatic_async",
            ["metadata"] = request.Body[request.Direct ? "metadata" : "paymentIntentMetadata"]?.DeepClone(),
            ["receipt_email"] = request.Direct ? request.Customer["email"]?.DeepClone() : null, ["shipping"] = request.Receiver,
            ["payment_method_types"] = new JsonArray(request.Delayed ? "sepa_debit" : "card")
        }
    }, request.Created);

    private void Pay(CheckoutRequest request, JsonObject intent, StripeCall call)
    {
        var billing = (JsonObject)request.Customer.DeepClone();
        billing["address"] = request.Body["billing"]?.DeepClone();
        var method = request.Delayed
            ? methods.AddDelayed(call.Livemode, billing)
            : methods.Use(call, request.Card, billing);
        flow.Confirm(intent, method, call);
    }

    private void Complete(CheckoutRequest request, JsonObject session, JsonObject? intent, StripeCall call)
    {
        session["status"] = "complete";
        session["url"] = null;
        session["payment_status"] = intent?["status"]!.GetValue<string>() switch
        {
            null => "no_payment_required",
            "succeeded" => "paid",
            _ => "unpaid"
        };
        if (request.Delayed) session["payment_method_types"] = new JsonArray("sepa_debit");
        session["customer_details"] = Sessions.CustomerDetails(request.Customer, request.Body["billing"]);
        account.Records.Sessions.Reindex(session, "customer_details.email", request.Customer.Get<string>("email"));
        if (request.Receiver is { } receiver)
            session["collected_information"] = new JsonObject
            {
                ["business_name"] = null, ["individual_name"] = null,
                ["shipping_details"] = new JsonObject { ["address"] = Postal.Address(receiver["address"]), ["name"] = receiver["name"]?.DeepClone() }
            };
        account.Events.Emit("checkout.session.completed", session, call);
    }

    private void Capture(JsonObject? session, JsonObject intent, long amount, StripeCall call)
    {
        if (amount < 1 || amount > intent["amount"]!.Long()) throw new ControlException("'captureAmount' does not fit the order.");
        flow.Capture(intent, amount, call);
        if (session is not null) session["payment_status"] = "paid";
    }
}

/// <summary>What a played checkout left behind.</summary>
internal sealed record CheckoutOutcome(JsonObject? Session, JsonObject? Intent, string? Customer, long Amount, string Currency)
{
    public string? Charge => Intent?["latest_charge"]?.GetValue<string>();

    public JsonObject Show(IEnumerable<string> events) => new()
    {
        ["session"] = Session?["id"]?.DeepClone(), ["paymentIntent"] = Intent?["id"]?.DeepClone(), ["charge"] = Charge,
        ["customer"] = Customer, ["amount"] = Amount, ["currency"] = Currency,
        ["events"] = new JsonArray([.. events.Select(id => JsonValue.Create(id))])
    };
}
