using System.Globalization;
using System.Text.Json.Nodes;
using Isthmus.Sandbox.Stripe.Catalog;
using Isthmus.Sandbox.Stripe.Parameters;
using Isthmus.Sandbox.Stripe.Protocol;
using Isthmus.Sandbox.Stripe.Records;

namespace Isthmus.Sandbox.Stripe.Checkout;

/// <summary>/v1/checkout/sessions.</summary>
internal sealed class SessionOperations(StripeAccount account, Sessions sessions, SessionLines lines, Prices prices)
{
    private static readonly Shape ListShape = Shapes.PageByTime.With(new Shape
    {
        { "customer", Take.Id }, { "payment_intent", Take.Id }, { "status", Take.OneOf("open", "complete", "expired") },
        { "customer_details", Take.Object(new Shape { { "email", Take.Text(800).Needed() } }) },
        { Take.Ignored, "payment_link", "subscription", "customer_account" }
    });

    private StripeRecords Records => account.Records;

    public IEnumerable<StripeOperation> All =>
    [
        StripeOperation.Get("/v1/checkout/sessions", ListShape, List),
        StripeOperation.Post("/v1/checkout/sessions", SessionShapes.Create, Create),
        StripeOperation.Get("/v1/checkout/sessions/{id}", Shapes.Read, call => Records.Sessions.Need(call)),
        StripeOperation.Post("/v1/checkout/sessions/{id}", new Shape { { "metadata", Take.Metadata } }, Update),
        StripeOperation.Get("/v1/checkout/sessions/{id}/line_items", Shapes.Page, Lines),
        StripeOperation.Post("/v1/checkout/sessions/{id}/expire", [], Expire)
    ];

    private RecordPage List(StripeCall call)
    {
        if (call.Parameters["customer_details"]?["email"] is { } email) call.Parameters["email"] = email.DeepClone();
        return Records.Sessions.Page(call, "/v1/checkout/sessions",
            body => (call.Text("status") ?? body["status"]!.GetValue<string>()) == body["status"]!.GetValue<string>(),
            ("email", "customer_details.email"), ("customer", "customer"), ("payment_intent", "payment_intent"));
    }

    /// <summary>Lines come in the order in which they were put in the cart.</summary>
    private RecordPage Lines(StripeCall call)
    {
        Records.Sessions.Need(call);
        var page = LinePage.Cut(Records, call);
        return page with { Data = [.. page.Data.Select(line => LineItem.Show(line, Records))] };
    }

    private Answer Create(StripeCall call)
    {
        if (call.Text("mode") is null or "payment" && call.Parameters["line_items"] is null) throw Refuse.Required("line_items");
        if (call.Text("customer") is { } customer) Records.Customers.Need(call, customer, "customer");
        var asked = call.Parameters["line_items"]!.AsArray().OfType<JsonObject>().ToList();
        var sold = asked.Select(line => (Price: PriceOf(call, line), Quantity: line["quantity"]?.Long() ?? 1, line)).ToList();
        var drafts = sold.Select(line => Draft(line.Price, line.Quantity)).ToList();
        var totals = Totals.Of(drafts, 0);
        var session = sessions.Add(new SessionDraft(sold[0].Price["currency"]!.GetValue<string>(), totals, 0, 0)
        {
            Reference = call.Text("client_reference_id"), Customer = call.Text("customer"), CustomerEmail = call.Text("customer_email"),
            CustomerCreation = call.Text("customer_creation"), Metadata = call.Parameters["metadata"], ExpiresAt = call.Number("expires_at"),
            SuccessUrl = call.Text("success_url"), CancelUrl = call.Text("cancel_url")
        }, call);
        for (var i = 0; i < sold.Count; i++)
            lines.Add(session, drafts[i], totals[i], sold[i].Price["id"]!.GetValue<string>(), sold[i].line["metadata"]);
        return session;
    }

    private JsonObject PriceOf(StripeCall call, JsonObject line) => line["price"]?.GetValue<string>() is { } id
        ? Records.Prices.Need(call, id, "line_items[][price]")
        : line["price_data"] is JsonObject data ? prices.Create(call, data) : throw Refuse.Required("line_items[0][price]");

    private LineDraft Draft(JsonObject price, long quantity)
    {
        var name = Records.Products.Find(price["product"]!.GetValue<string>())?["name"]?.GetValue<string>() ?? "Article";
        return new LineDraft(name, quantity, decimal.Parse(price["unit_amount_decimal"]!.GetValue<string>(), CultureInfo.InvariantCulture), 0, 0, 0);
    }

    private Answer Update(StripeCall call)
    {
        var session = Records.Sessions.Need(call);
        Patch.Metadata(session, call.Parameters, []);
        return session;
    }

    private Answer Expire(StripeCall call)
    {
        var session = Records.Sessions.Need(call);
        if (session["status"]!.GetValue<string>() != "open")
            throw Refuse.Bad(
                $"Only Checkout Sessions with a status in [\"open\"] can be expired. This Checkout Session has a status of {session["status"]}.",
                executed: true);
        session["status"] = "expired";
        session["url"] = null;
        account.Events.Emit("checkout.session.expired", session, call);
        return session;
    }
}
