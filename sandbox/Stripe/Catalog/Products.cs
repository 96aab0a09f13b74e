using System.Text.Json.Nodes;
using Isthmus.Sandbox.Stripe.Parameters;
using Isthmus.Sandbox.Stripe.Protocol;
using Isthmus.Sandbox.Stripe.Records;

namespace Isthmus.Sandbox.Stripe.Catalog;

/// <summary>/v1/products.</summary>
internal sealed class Products(StripeAccount account)
{
    private static readonly Shape WriteShape = new()
    {
        { "active", Take.Boolean }, { "description", Take.Text(40000) }, { "metadata", Take.Metadata }, { "name", Take.Text() },
        { "images", Take.ListOf(Take.Text(), 8) }, { "shippable", Take.Boolean }, { "statement_descriptor", Take.Text(22) },
        { "tax_code", Take.Text() }, { "unit_label", Take.Text(12) }, { "url", Take.Text() },
        { Take.Ignored, "package_dimensions", "marketing_features", "default_price_data", "default_price" }
    };

    private static readonly Shape CreateShape = WriteShape.With(new Shape { { "id", Take.Id }, { "name", Take.Text().Needed() } });

    private static readonly Shape ListShape = Shapes.PageByTime.With(new Shape
    {
        { "active", Take.Boolean }, { "shippable", Take.Boolean }, { "url", Take.Text() }, { "ids", Take.ListOf(Take.Id) }
    });

    private Shelf Shelf => account.Records.Products;

    public IEnumerable<StripeOperation> All =>
    [
        StripeOperation.Get("/v1/products", ListShape, List),
        StripeOperation.Post("/v1/products", CreateShape, call => Create(call, call.Parameters)),
        StripeOperation.Get("/v1/products/{id}", Shapes.Read, call => Shelf.Need(call)),
        StripeOperation.Post("/v1/products/{id}", WriteShape, Update),
        StripeOperation.Delete("/v1/products/{id}", Delete)
    ];

    public JsonObject Create(StripeCall call, JsonObject sent)
    {
        if (sent["id"]?.GetValue<string>() is { } id && Shelf.Find(id) is not null)
            throw Refuse.Bad($"Product already exists: {id}", "resource_already_exists", "id");
        var product = Shelf.Add(Build(call, sent));
        account.Events.Emit("product.created", product, call);
        return product;
    }

    /// <summary>The product as an object, stored nowhere yet.</summary>
    public JsonObject Build(StripeCall call, JsonObject sent) => new()
    {
        ["id"] = sent["id"]?.DeepClone() ?? account.NewId("prod_", 14), ["object"] = "product",
        ["active"] = sent["active"]?.GetValue<bool>() ?? true, ["created"] = account.Now,
        ["default_price"] = null, ["description"] = sent["description"]?.DeepClone(),
        ["images"] = sent["images"]?.DeepClone() ?? new JsonArray(), ["livemode"] = call.Livemode,
        ["marketing_features"] = new JsonArray(), ["metadata"] = Patch.NewMetadata(sent["metadata"]),
        ["name"] = sent["name"]!.DeepClone(), ["package_dimensions"] = null, ["shippable"] = sent["shippable"]?.DeepClone(),
        ["statement_descriptor"] = sent["statement_descriptor"]?.DeepClone(), ["tax_code"] = sent["tax_code"]?.DeepClone(),
        ["type"] = "service", ["unit_label"] = sent["unit_label"]?.DeepClone(), ["updated"] = account.Now, ["url"] = sent["url"]?.DeepClone()
    };

    private RecordPage List(StripeCall call)
    {
        var ids = call.Parameters["ids"]?.AsArray().Select(id => id!.GetValue<string>()).ToHashSet();
        return Shelf.Page(call, "/v1/products", body => Same(call, body, "active") && Same(call, body, "shippable")
            && ids?.Contains(body["id"]!.GetValue<string>()) != false);
    }

    private Answer Update(StripeCall call)
    {
        var product = Shelf.Need(call);
        var previous = Patch.Apply(product, call.Parameters, "active", "description", "name", "images", "shippable",
            "statement_descriptor", "tax_code", "unit_label", "url");
        Patch.Metadata(product, call.Parameters, previous);
        if (previous.Count == 0) return product;
        previous["updated"] = product["updated"]!.Long();
        product["updated"] = account.Now;
        account.Events.Emit("product.updated", product, call, previous);
        return product;
    }

    private Answer Delete(StripeCall call)
    {
        var product = Shelf.Need(call);
        if (account.Records.Prices.Newest("product", call.Id).Records.Count > 0)
            throw Refuse.Bad("This product cannot be deleted because it has one or more user-created prices.");
        Shelf.Remove(call.Id);
        account.Events.Emit("product.deleted", product, call);
        return new JsonObject { ["id"] = call.Id, ["object"] = "product", ["deleted"] = true };
    }

    private static bool Same(StripeCall call, JsonObject body, string name) =>
        call.Flag(name) is not { } wanted || body[name]?.GetValue<bool>() == wanted;
}
