using System.Globalization;
using System.Text.Json.Nodes;
using Isthmus.Sandbox.Stripe.Parameters;
using Isthmus.Sandbox.Stripe.Protocol;
using Isthmus.Sandbox.Stripe.Records;

namespace Isthmus.Sandbox.Stripe.Catalog;

/// <summary>/v1/prices: one-time prices per unit.</summary>
internal sealed class Prices(StripeAccount account, Products products)
{
    private static readonly Shape WriteShape = new()
    {
        { "active", Take.Boolean }, { "lookup_key", Take.Text(200) }, { "metadata", Take.Metadata }, { "nickname", Take.Text() },
        { "tax_behavior", Take.OneOf("exclusive", "inclusive", "unspecified") },
        { Take.Ignored, "currency_options", "transfer_lookup_key" }
    };

    private static readonly Shape CreateShape = WriteShape.With(new Shape
    {
        { "currency", Take.Currency.Needed() }, { "product", Take.Id }, { "unit_amount", Take.Natural }, { "unit_amount_decimal", Take.Decimal },
        { "product_data", Take.Object(new Shape { { "name", Take.Text().Needed() }, { "metadata", Take.Metadata }, { "tax_code", Take.Text() } }) },
        { "billing_scheme", Take.OneOf("per_unit") }
    });

    private static readonly Shape ListShape = Shapes.PageByTime.With(new Shape
    {
        { "active", Take.Boolean }, { "currency", Take.Currency }, { "product", Take.Id }, { "type", Take.OneOf("one_time", "recurring") },
        { "lookup_keys", Take.ListOf(Take.Text(), 10) }, { "recurring", Take.Ignored }
    });

    private Shelf Shelf => account.Records.Prices;

    public IEnumerable<StripeOperation> All =>
    [
        StripeOperation.Get("/v1/prices", ListShape, List),
        StripeOperation.Post("/v1/prices", CreateShape, call => Create(call, call.Parameters)),
        StripeOperation.Get("/v1/prices/{id}", Shapes.Read, call => Shelf.Need(call)),
        StripeOperation.Post("/v1/prices/{id}", WriteShape, Update)
    ];

    public JsonObject Create(StripeCall call, JsonObject sent)
    {
        var price = Shelf.Add(Build(call, sent, UnitAmount(sent), ProductOf(call, sent)));
        account.Events.Emit("price.created", price, call);
        return price;
    }

    /// <summary>The price as an object, stored nowhere yet.</summary>
    public JsonObject Build(StripeCall call, JsonObject sent, decimal unit, string product) => new()
    {
        ["id"] = account.NewId("price_1"), ["object"] = "price", ["active"] = sent["active"]?.GetValue<bool>() ?? true,
        ["billing_scheme"] = "per_unit", ["created"] = account.Now, ["currency"] = sent["currency"]!.DeepClone(),
        ["custom_unit_amount"] = null, ["livemode"] = call.Livemode, ["lookup_key"] = sent["lookup_key"]?.DeepClone(),
        ["metadata"] = Patch.NewMetadata(sent["metadata"]), ["nickname"] = sent["nickname"]?.DeepClone(), ["product"] = product,
        ["recurring"] = null, ["tax_behavior"] = sent["tax_behavior"]?.DeepClone() ?? "unspecified", ["tiers_mode"] = null,
        ["transform_quantity"] = null, ["type"] = "one_time", ["unit_amount"] = unit == decimal.Truncate(unit) ? (long)unit : null,
        ["unit_amount_decimal"] = unit.ToString("0.############", CultureInfo.InvariantCulture)
    };

    private string ProductOf(StripeCall call, JsonObject sent)
    {
        if (sent["product"]?.GetValue<string>() is { } id)
        {
            account.Records.Products.Need(call, id, "product");
            return id;
        }
        return sent["product_data"] is JsonObject data
            ? products.Create(call, data)["id"]!.GetValue<string>()
            : throw Refuse.Bad("You must specify either `product` or `product_data` when creating a price.", "parameter_missing", "product");
    }

    private static decimal UnitAmount(JsonObject sent)
    {
        var (whole, exact) = (sent["unit_amount"]?.Long(), sent["unit_amount_decimal"]?.GetValue<string>());
        if (whole is not null && exact is not null)
            throw Refuse.Bad("You may only specify one of these parameters: unit_amount, unit_amount_decimal.", param: "unit_amount");
        return whole ?? (exact is null
            ? throw Refuse.Bad("Missing required param: unit_amount.", "parameter_missing", "unit_amount")
            : decimal.Parse(exact, CultureInfo.InvariantCulture));
    }

    private RecordPage List(StripeCall call)
    {
        var keys = call.Parameters["lookup_keys"]?.AsArray().Select(key => key!.GetValue<string>()).ToHashSet();
        return Shelf.Page(call, "/v1/prices", body =>
            (call.Flag("active") is not { } active || body["active"]!.GetValue<bool>() == active)
            && (call.Text("currency") ?? body["currency"]!.GetValue<string>()) == body["currency"]!.GetValue<string>()
            && (call.Text("type") ?? "one_time") == "one_time"
            && (keys is null || (body["lookup_key"]?.GetValue<string>() is { } key && keys.Contains(key))), ("product", "product"));
    }

    private Answer Update(StripeCall call)
    {
        var price = Shelf.Need(call);
        var previous = Patch.Apply(price, call.Parameters, "active", "nickname", "tax_behavior");
        if (call.Parameters.ContainsKey("lookup_key")) Shelf.Reindex(price, "lookup_key", call.Text("lookup_key"));
        Patch.Metadata(price, call.Parameters, previous);
        if (previous.Count > 0) account.Events.Emit("price.updated", price, call, previous);
        return price;
    }
}
