using System.Text.Json.Nodes;
using Isthmus.Sandbox.Stripe.Protocol;
using Isthmus.Sandbox.Stripe.Records;

namespace Isthmus.Sandbox.Stripe.Checkout;

/// <summary>What a new session is made of.</summary>
internal sealed record SessionDraft(string Currency, IReadOnlyList<LineTotals> Lines, long ShippingAmount, long ShippingTax)
{
    public string? Reference { get; init; }
    public string? Customer { get; init; }
    public string? CustomerEmail { get; init; }
    public string? CustomerCreation { get; init; }
    public JsonNode? Metadata { get; init; }
    public long? Created { get; init; }
    public long? ExpiresAt { get; init; }
    public string? SuccessUrl { get; init; }
    public string? CancelUrl { get; init; }
    public bool HasShipping { get; init; }

    public long Subtotal => Lines.Sum(line => line.Subtotal);
    public long Discount => Lines.Sum(line => line.Discount);
    public long Tax => Lines.Sum(line => line.Tax) + ShippingTax;
    public long Total => Lines.Sum(line => line.Total) + ShippingAmount + ShippingTax;
}

/// <summary>Makes checkout sessions, open and unpaid.</summary>
internal sealed class Sessions(StripeAccount account)
{
    private const long OpenFor = 24 * 3600;

    public JsonObject Add(SessionDraft draft, StripeCall call)
    {
        var id = account.NewId(call.Livemode ? "cs_live_a1" : "cs_test_a1", 32);
        var created = draft.Created ?? account.Now;
        return account.Records.Sessions.Add(new JsonObject
        {
            ["id"] = id, ["object"] = "checkout.session", ["adaptive_pricing"] = new JsonObject { ["enabled"] = false },
            ["after_expiration"] = null, ["allow_promotion_codes"] = null, ["amount_subtotal"] = draft.Subtotal, ["amount_total"] = draft.Total,
            ["automatic_tax"] = new JsonObject { ["enabled"] = false, ["liability"] = null, ["provider"] = null, ["status"] = null },
            ["billing_address_collection"] = null, ["cancel_url"] = draft.CancelUrl, ["client_reference_id"] = draft.Reference,
            ["client_secret"] = null, ["collected_information"] = null, ["consent"] = null, ["consent_collection"] = null, ["created"] = created,
            ["currency"] = draft.Currency, ["currency_conversion"] = null, ["custom_fields"] = new JsonArray(), ["custom_text"] = CustomText(),
            ["customer"] = draft.Customer, ["customer_creation"] = draft.CustomerCreation ?? (draft.Customer is null ? "if_required" : null),
            ["customer_details"] = draft.CustomerEmail is null ? null : CustomerDetails(new JsonObject { ["email"] = draft.CustomerEmail }, null),
            ["customer_email"] = draft.CustomerEmail, ["discounts"] = new JsonArray(), ["expires_at"] = draft.ExpiresAt ?? created + OpenFor,
            ["invoice"] = null, ["invoice_creation"] = new JsonObject { ["enabled"] = false, ["invoice_data"] = InvoiceData() },
            ["livemode"] = call.Livemode, ["locale"] = null, ["metadata"] = Patch.NewMetadata(draft.Metadata), ["mode"] = "payment",
            ["origin_context"] = null, ["payment_intent"] = null, ["payment_link"] = null, ["payment_method_collection"] = "if_required",
            ["payment_method_configuration_details"] = null, ["payment_method_options"] = new JsonObject(),
            ["payment_method_types"] = new JsonArray("card"), ["payment_status"] = "unpaid", ["permissions"] = null,
            ["phone_number_collection"] = new JsonObject { ["enabled"] = false }, ["recovered_from"] = null, ["saved_payment_method_options"] = null,
            ["setup_intent"] = null, ["shipping_address_collection"] = null, ["shipping_cost"] = ShippingCost(draft),
            ["shipping_options"] = new JsonArray(), ["status"] = "open", ["submit_type"] = null, ["subscription"] = null,
            ["success_url"] = draft.SuccessUrl ?? "https://shop.example/success",
            ["total_details"] = new JsonObject
            {
                ["amount_discount"] = draft.Discount, ["amount_shipping"] = draft.ShippingAmount, ["amount_tax"] = draft.Tax
            },
            ["ui_mode"] = "hosted_page", ["url"] = $"https://checkout.stripe.com/c/pay/{id}", ["wallet_options"] = null
        });
    }

    public static JsonObject CustomerDetails(JsonObject customer, JsonNode? address) => new()
    {
        ["address"] = Postal.AddressOrNull(address), ["business_name"] = null, ["email"] = customer["email"]?.DeepClone(),
        ["individual_name"] = null, ["name"] = customer["name"]?.DeepClone(), ["phone"] = customer["phone"]?.DeepClone(),
        ["tax_exempt"] = "none", ["tax_ids"] = new JsonArray()
    };

    private JsonObject? ShippingCost(SessionDraft draft) => !draft.HasShipping ? null : new JsonObject
    {
        ["amount_subtotal"] = draft.ShippingAmount, ["amount_tax"] = draft.ShippingTax,
        ["amount_total"] = draft.ShippingAmount + draft.ShippingTax, ["shipping_rate"] = account.NewId("shr_1")
    };

    private static JsonObject CustomText() => new()
    {
        ["after_submit"] = null, ["shipping_address"] = null, ["submit"] = null, ["terms_of_service_acceptance"] = null
    };

    private static JsonObject InvoiceData() => new()
    {
        ["account_tax_ids"] = null, ["custom_fields"] = null, ["description"] = null, ["footer"] = null, ["issuer"] = null,
        ["metadata"] = new JsonObject(), ["rendering_options"] = null
    };
}
