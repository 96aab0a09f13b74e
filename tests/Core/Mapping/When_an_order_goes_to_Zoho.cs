using System.Text.Json;
using Isthmus.Core.Mapping;

namespace Isthmus.Core.Tests;

public sealed class When_an_order_goes_to_Zoho
{
    private static readonly JsonElement Order = Shipped.Map("stripe-order", StripeSamples.Order);

    private static MappingContext Context(params (string Name, string Value)[] variables) => new()
    {
        Variables = variables.ToDictionary(v => v.Name, v => v.Value),
        Lookups = new Dictionary<string, IReadOnlyDictionary<string, string>>
        {
            ["items"] = new Dictionary<string, string> { ["BTL-1L"] = "460000000055011" },
            ["taxes"] = new Dictionary<string, string> { ["23"] = "460000000017023" },
            ["zohoCurrencies"] = new Dictionary<string, string> { ["EUR"] = "460000000000097" },
            ["customFieldIds"] = new Dictionary<string, string> { ["cf_stripe_charge"] = "460000000099001" },
            ["salesorderLines"] = new Dictionary<string, string> { ["0"] = "460000000091503" },
        },
    };

    [Fact]
    public void The_sales_order_is_the_one_of_the_reference()
    {
        var body = Shipped.Map("order-to-zoho-salesorder", Order, Context(("contactId", "460000000091001"), ("number",
            "STR-DEMO1")));
        Assert.Equal(
            """
            {"customer_id":"460000000091001","salesorder_number":"STR-DEMO1","reference_number":"pi_demo1","date":"2025-11-30","is_inclusive_tax":false,
            "discount_type":"item_level","is_discount_before_tax":true,"line_items":[{"item_id":"460000000055011","description":"Steel bottle 1L",
            "rate":30.00,"quantity":3,"discount":9.00,"tax_id":"460000000017023"}],"shipping_charge":5.00,
            "custom_fields":[{"api_name":"cf_stripe_payment_intent","value":"pi_demo1"},{"customfield_id":"460000000099001","value":"ch_demo1"}]}
            """.ReplaceLineEndings(""), body.GetRawText());
    }

    [Fact]
    public void Tax_without_a_tax_id_goes_into_the_adjustment()
    {
        var context = Context(("contactId", "1")) with { Lookups = new Dictionary<string, IReadOnlyDictionary<string, string>>
        {
            ["items"] = new Dictionary<string, string> { ["BTL-1L"] = "460000000055011" },
        } };
        var body = Shipped.Map("order-to-zoho-salesorder", Order, context);
        Assert.Equal(18.63m, body.GetProperty("adjustment").GetDecimal());
        Assert.True(body.TryGetProperty("adjustment_description", out _));
    }

    [Fact]
    public void An_item_that_Zoho_does_not_have_is_a_missing_reference_with_its_line()
    {
        var result = Shipped.Catalog.Get("order-to-zoho-salesorder").Apply(Order, new() { Variables = new Dictionary<string,
            string> { ["contactId"] = "1" } });
        var problem = Assert.Single(result.Problems);
        Assert.Equal(("lines[0].sku", "line_items[0].item_id", "BTL-1L",
            "items"), (problem.Path, problem.Target, problem.Value, problem.MissingIn));
    }

    [Fact]
    public void The_invoice_s_lines_are_linked_to_the_sales_order_s()
    {
        var body = Shipped.Map("order-to-zoho-invoice", Order, Context(("contactId", "1"), ("number", "INV-1")));
        Assert.Equal("460000000091503", body.GetProperty("line_items")[0].GetProperty("salesorder_item_id").GetString());
        Assert.Equal(("INV-1", 0), (body.GetProperty("invoice_number").GetString(),
            body.GetProperty("payment_terms").GetInt32()));
    }

    [Fact]
    public void The_contact_keeps_its_e_mail_address_on_its_person()
    {
        var body = Shipped.Map("order-to-zoho-contact", Order, Context());
        Assert.Equal(("Ana Prado", "460000000000097"), (body.GetProperty("contact_name").GetString(),
            body.GetProperty("currency_id").GetString()));
        Assert.Equal("ana@example.net", body.GetProperty("contact_persons")[0].GetProperty("email").GetString());
        Assert.Equal("Portugal", body.GetProperty("billing_address").GetProperty("country").GetString());
        Assert.False(body.TryGetProperty("email", out _));
    }

    [Fact]
    public void A_name_of_500_characters_is_shortened_with_a_warning_that_does_not_show_it()
    {
        var name = string.Concat(Enumerable.Repeat("Ana 👩‍👩‍👧‍👦 ", 40));
        var order = Shipped.Json(StripeSamples.Checkout.Replace("Ana Prado", name, StringComparison.Ordinal));
        var result = Shipped.Catalog.Get("order-to-zoho-contact").Apply(Shipped.Map("stripe-order", order), Context());
        Assert.True(result.Ok, string.Join('\n', result.Problems));
        Assert.Contains(result.Warnings, warning =>
            warning.Target == "contact_name" && !warning.Value!.Contains("Ana", StringComparison.Ordinal));
        var contact = Shipped.Json(System.Text.Encoding.UTF8.GetString(result.Output.Span)).GetProperty("contact_name").GetString()!;
        Assert.True(contact.Length <= 200);
        Assert.True(contact.EndsWith("Ana", StringComparison.Ordinal) || contact.EndsWith("👩‍👩‍👧‍👦", StringComparison.Ordinal),
            contact);
    }

    [Fact]
    public void The_payment_is_the_gross_amount_with_the_fee_beside_it()
    {
        var payment = Shipped.Map("stripe-payment", StripeSamples.Order);
        var body = Shipped.Map("payment-to-zoho-payment", payment, new()
        {
            Variables = new Dictionary<string, string> { ["contactId"] = "1", ["invoiceId"] = "2", ["accountId"] = "3" },
        });
        Assert.Equal((104.63m, 1.82m), (body.GetProperty("amount").GetDecimal(), body.GetProperty("bank_charges").GetDecimal()));
        Assert.Equal(("ch_demo1", "creditcard"), (body.GetProperty("reference_number").GetString(),
            body.GetProperty("payment_mode").GetString()));
        Assert.Equal(104.63m, body.GetProperty("invoices")[0].GetProperty("amount_applied").GetDecimal());
    }

    [Fact]
    public void A_new_item_has_its_kind_and_price()
    {
        var body = Shipped.Map("item-to-zoho-item", Shipped.Json(
            """{"sku":"POST","name":"Postage","kind":"service","unitAmount":1800,"currency":"GBP"}"""));
        Assert.Equal("""{"name":"Postage","sku":"POST","rate":18.00,"unit":"pcs","item_type":"sales","product_type":"service"}""", body.GetRawText());
    }
}
