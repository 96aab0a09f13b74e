using Isthmus.Sandbox.Stripe.Parameters;

namespace Isthmus.Sandbox.Stripe.Checkout;

/// <summary>What POST /v1/checkout/sessions takes.</summary>
internal static class SessionShapes
{
    private static readonly Shape PriceData = new()
    {
        { "currency", Take.Currency.Needed() }, { "product", Take.Id }, { "unit_amount", Take.Natural }, { "unit_amount_decimal", Take.Decimal },
        { "tax_behavior", Take.OneOf("exclusive", "inclusive", "unspecified") },
        { "product_data", Take.Object(new Shape
        {
            { "name", Take.Text().Needed() }, { "description", Take.Text(40000) }, { "metadata", Take.Metadata },
            { "images", Take.ListOf(Take.Text(), 8) }, { "tax_code", Take.Text() }
        }) }
    };

    private static readonly Shape Line = new()
    {
        { "price", Take.Id }, { "price_data", Take.Object(PriceData) }, { "quantity", new IntegerKind(1, 999_999) }, { "metadata", Take.Metadata },
        { Take.Ignored, "adjustable_quantity", "dynamic_tax_rates", "tax_rates" }
    };

    public static readonly Shape Create = new()
    {
        { "mode", Take.OneOf("payment") }, { "line_items", Take.ListOf(Take.Object(Line)) }, { "success_url", Take.Text() },
        { "cancel_url", Take.Text() }, { "client_reference_id", Take.Text(200) }, { "customer", Take.Id }, { "customer_email", Take.Email },
        { "customer_creation", Take.OneOf("always", "if_required") }, { "metadata", Take.Metadata }, { "currency", Take.Currency },
        { "expires_at", Take.Natural }, { "payment_method_types", Take.ListOf(Take.Text()) with { RemovedIn = "2026-09-30" } },
        { Take.Ignored, "after_expiration", "allow_promotion_codes", "automatic_tax", "billing_address_collection", "consent_collection",
            "custom_fields", "custom_text", "customer_update", "discounts", "invoice_creation", "locale", "payment_intent_data",
            "payment_method_options", "phone_number_collection", "shipping_address_collection", "shipping_options", "submit_type",
            "tax_id_collection", "ui_mode", "return_url", "allowed_payment_method_types", "excluded_payment_method_types" }
    };
}
