using System.Text.Json.Nodes;
using Isthmus.Sandbox.Hosting;
using Isthmus.Sandbox.Stripe.Parameters;

namespace Isthmus.Sandbox.Stripe.Money;

/// <summary>
/// POST /_sandbox/stripe/balance-transactions {type, amount, currency?, description?, source?, availableOn?, times?, livemode?}: money that
/// moves on its own, as fees, reserves and adjustments do. Amounts are minor units, negative when money leaves.
/// </summary>
internal sealed class MoneyControls(StripeAccount account, Journal journal)
{
    public void Map(StripeControlMap controls) => controls.Post("/balance-transactions", 201, (body, _) => Book(body));

    private JsonObject Book(JsonObject body)
    {
        body.AllowOnly("type", "amount", "currency", "description", "source", "availableOn", "times", "livemode");
        var type = body.Need<string>("type");
        if (!Categories.Types.Contains(type))
            throw new ControlException($"'{type}' is not known. Known: {string.Join(", ", Categories.Types)}.");
        var currency = body.Get("currency", account.Settings.SettlementCurrency ?? "gbp")!;
        if (!Currencies.IsKnown(currency)) throw new ControlException($"currency '{currency}' is not one of Stripe's.");
        var booking = new Booking(type, body.Get<string>("source"), body.Need<long?>("amount")!.Value, currency, body.Get<bool>("livemode"))
        {
            Description = body.Get<string>("description"), AvailableOn = body.Get<long?>("availableOn"), Settled = true
        };
        for (var times = body.Get("times", 1); times > 1; times--) journal.Book(booking);
        return (JsonObject)journal.Book(booking).DeepClone();
    }
}
