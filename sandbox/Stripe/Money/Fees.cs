using System.Text.Json.Nodes;
using Isthmus.Sandbox.Stripe.Parameters;

namespace Isthmus.Sandbox.Stripe.Money;

/// <summary>Stripe's prices: 1.5 % and 25 minor units of a payment, the European card price; 15.00 of a dispute.</summary>
internal static class Fees
{
    public static long Of(Fee fee, long amount, string currency) => fee switch
    {
        Fee.Processing => Math.Min(amount, (long)Math.Round(amount * 0.015m, MidpointRounding.AwayFromZero) + 25),
        Fee.Dispute => (long)(15 * Currencies.Scale(currency)),
        _ => 0
    };

    public static JsonArray Details(Fee fee, long amount, string currency) => amount == 0 ? [] :
    [
        new JsonObject
        {
            ["amount"] = amount, ["application"] = null, ["currency"] = currency,
            ["description"] = fee == Fee.Dispute ? "Dispute fee" : "Stripe processing fees", ["type"] = "stripe_fee"
        }
    ];
}
