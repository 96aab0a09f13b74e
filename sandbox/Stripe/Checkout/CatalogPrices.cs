using System.Globalization;
using System.Text.Json.Nodes;
using Isthmus.Sandbox.Stripe.Catalog;
using Isthmus.Sandbox.Stripe.Protocol;

namespace Isthmus.Sandbox.Stripe.Checkout;

/// <summary>
/// Prices and products behind the lines of played checkouts: one for each article and unit amount, sold again and again.
/// </summary>
internal sealed class CatalogPrices(StripeAccount account, Products products, Prices prices)
{
    private readonly Dictionary<(bool Livemode, string Currency, string? Sku, string Name, decimal Unit), string> known = [];

    public string Find(StripeCall call, string currency, string? sku, string name, decimal unit)
    {
        var key = (call.Livemode, currency, sku, name, unit);
        if (known.TryGetValue(key, out var id) && account.Records.Prices.Find(id) is not null) return id;
        var metadata = sku is null ? new JsonObject() : new JsonObject { ["sku"] = sku };
        var product = account.Records.Products.Add(products.Build(call, new JsonObject
        {
            ["id"] = account.NewId("prod_", 14), ["name"] = name, ["metadata"] = metadata.DeepClone()
        }));
        var price = account.Records.Prices.Add(prices.Build(
            call, new JsonObject { ["currency"] = currency, ["metadata"] = metadata }, unit, product["id"]!.GetValue<string>()));
        return known[key] = price["id"]!.GetValue<string>();
    }

    public static decimal UnitAmount(JsonNode? node) => node switch
    {
        null => throw new Hosting.ControlException("'unitAmount' is missing in a line."),
        _ when decimal.TryParse(node.ToString(), NumberStyles.Number, CultureInfo.InvariantCulture, out var unit) && unit >= 0 => unit,
        _ => throw new Hosting.ControlException($"'unitAmount' must be a number of minor units, not negative: {node}.")
    };
}
