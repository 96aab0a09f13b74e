using System.Text.Json.Nodes;
using Isthmus.Sandbox.Stripe.Parameters;
using Isthmus.Sandbox.Stripe.Protocol;
using Isthmus.Sandbox.Stripe.Records;

namespace Isthmus.Sandbox.Stripe.Customers;

/// <summary>/v1/customers.</summary>
internal sealed class CustomerOperations(StripeAccount account)
{
    private static readonly Shape WriteShape = new()
    {
        { "address", Shapes.Address }, { "balance", Take.Integer }, { "description", Take.Text() }, { "email", Take.Email },
        { "metadata", Take.Metadata }, { "name", Take.Text(256) }, { "phone", Take.Text(20) },
        { "business_name", Take.Text(150) }, { "individual_name", Take.Text(150) },
        { "preferred_locales", Take.ListOf(Take.Text(10)) }, { "shipping", Shapes.Shipping },
        { "tax_exempt", Take.OneOf("", "exempt", "none", "reverse") }, { "invoice_prefix", Take.Text(12) },
        { Take.Ignored, "cash_balance", "coupon", "invoice_settings", "next_invoice_sequence", "payment_method", "promotion_code",
            "source", "tax", "tax_id_data", "test_clock" }
    };

    private static readonly Shape UpdateShape = WriteShape.With(new Shape
    {
        { Take.Ignored, "bank_account", "card", "default_alipay_account", "default_bank_account", "default_card", "default_source" }
    });

    private static readonly Shape ListShape = Shapes.PageByTime.With(new Shape { { "email", Take.Text(512) }, { "test_clock", Take.Ignored } });

    public IEnumerable<StripeOperation> All =>
    [
        StripeOperation.Get("/v1/customers", ListShape, call => account.Records.Customers.Page(call, "/v1/customers", null, ("email", "email"))),
        StripeOperation.Post("/v1/customers", WriteShape, call => Create(call)),
        StripeOperation.Get("/v1/customers/{id}", Shapes.Read, Read),
        StripeOperation.Post("/v1/customers/{id}", UpdateShape, Update),
        StripeOperation.Delete("/v1/customers/{id}", Delete)
    ];

    public JsonObject Create(StripeCall call, long? created = null)
    {
        var sent = call.Parameters;
        var customer = account.Records.Customers.Add(new JsonObject
        {
            ["id"] = account.NewId("cus_", 14), ["object"] = "customer", ["address"] = Postal.AddressOrNull(sent["address"]),
            ["balance"] = call.Number("balance") ?? 0, ["business_name"] = call.Text("business_name"), ["created"] = created ?? account.Now,
            ["currency"] = null, ["default_source"] = null, ["delinquent"] = false, ["description"] = call.Text("description"),
            ["discount"] = null, ["email"] = call.Text("email"), ["individual_name"] = call.Text("individual_name"),
            ["invoice_prefix"] = call.Text("invoice_prefix") ?? account.NewId("", 8).ToUpperInvariant(),
            ["invoice_settings"] = new JsonObject
            {
                ["custom_fields"] = null, ["default_payment_method"] = null, ["footer"] = null, ["rendering_options"] = null
            },
            ["livemode"] = call.Livemode, ["metadata"] = Patch.NewMetadata(sent["metadata"]), ["name"] = call.Text("name"),
            ["next_invoice_sequence"] = 1, ["phone"] = call.Text("phone"),
            ["preferred_locales"] = sent["preferred_locales"]?.DeepClone() ?? new JsonArray(),
            ["shipping"] = Postal.CustomerShipping(sent["shipping"]), ["tax_exempt"] = call.Text("tax_exempt") ?? "none", ["test_clock"] = null
        });
        account.Events.Emit("customer.created", customer, call);
        return customer;
    }

    private Answer Read(StripeCall call) =>
        account.Records.DeletedCustomers.Find(call.Id) ?? account.Records.Customers.Need(call);

    private Answer Update(StripeCall call)
    {
        var customer = account.Records.Customers.Need(call);
        var sent = (JsonObject)call.Parameters.DeepClone();
        if (sent["address"] is JsonObject) sent["address"] = Postal.Address(sent["address"]);
        if (sent["shipping"] is JsonObject) sent["shipping"] = Postal.CustomerShipping(sent["shipping"]);
        if (sent.ContainsKey("tax_exempt") && sent["tax_exempt"] is null) sent["tax_exempt"] = "none";
        var email = customer["email"]?.GetValue<string>();
        var previous = Patch.Apply(customer, sent, "address", "balance", "business_name", "description", "individual_name", "name", "phone",
            "preferred_locales", "shipping", "tax_exempt");
        if (sent.ContainsKey("email") && call.Text("email") != email)
        {
            previous["email"] = email;
            account.Records.Customers.Reindex(customer, "email", call.Text("email"));
        }
        Patch.Metadata(customer, call.Parameters, previous);
        if (previous.Count > 0) account.Events.Emit("customer.updated", customer, call, previous);
        return customer;
    }

    private Answer Delete(StripeCall call)
    {
        var customer = account.Records.Customers.Need(call);
        account.Records.Customers.Remove(call.Id);
        account.Events.Emit("customer.deleted", customer, call);
        return account.Records.DeletedCustomers.Add(new JsonObject { ["id"] = call.Id, ["object"] = "customer", ["deleted"] = true });
    }
}
