using System.Text.Json;
using Isthmus.Core.Canonical;
using Isthmus.Core.Mapping;

namespace Isthmus.Core.Tests.Deals;

public sealed class When_a_deal_becomes_an_order
{
    private const string Deal = """
        {"deal":{"id":"5900000000611004","Deal_Name":"Pumps for the north quay","Closing_Date":"2026-11-20","Amount":1},
         "account":{"id":"5900000000481002","Account_Name":" Harbor Pump Co "},"currency":"USD","discount":5,"adjustment":0,
         "lines":[{"id":"1","sku":" GASKET-12","text":"Gasket","quantity":12,"price":4.25,"discount":0},
                  {"id":"2","sku":"PUMP","text":"Pump","quantity":3,"price":33.333333,"discount":0.5}]}
        """;

    [Fact]
    public void It_comes_to_its_lines_less_what_is_taken_off()
    {
        var order = Order(Deal);

        Assert.Equal(("5900000000611004", "5900000000481002", "Harbor Pump Co", "USD", new DateOnly(2026, 11, 20)),
            (order.Key, order.Customer.ExternalId, order.Customer.Name, order.Currency, order.Date));
        Assert.Equal([(5100L, 0L, 5100L), (10000L, 50L, 9950L)],
            order.Lines.Select(line => (line.Subtotal, line.Discount, line.Total)));
        Assert.Equal((500L, 14550L), (order.Discount, order.Total));
    }

    [Fact]
    public void An_adjustment_is_a_line_of_its_own()
    {
        var order = Order(Deal.Replace("\"adjustment\":0", "\"adjustment\":7.25", StringComparison.Ordinal));

        Assert.Equal((ItemKind.Service, 225L), (order.Lines[^1].Kind, order.Lines[^1].Total));
        Assert.Equal((0L, 15275L), (order.Discount, order.Total));
    }

    [Fact]
    public void Sage_gets_the_members_in_the_order_in_which_it_enters_them()
    {
        var body = Shipped.Map("order-to-sage-300-order", Json(Deal), With(
            ("customer", "harb01"), ("orderNumber", "ZSO-1LP8"), ("reference", "zoho:5900000000611004"),
                ("externalId", "5900000000611004"),
            ("optionalField", "EXTID"), ("location", "1"), ("charge", "DISC")));

        Assert.Equal(
            """
            {"CustomerNumber":"HARB01","OrderNumber":"ZSO-1LP8","OrderReference":"zoho:5900000000611004","OrderDescription":"Pumps for the north quay",
            "OrderDate":"2026-11-20","DefaultLocationCode":"1","OrderDetails":[
            {"LineType":"Item","Item":"GASKET-12","Location":"1","QuantityOrdered":12,"PriceOverride":true,"PricingUnitPrice":4.25},
            {"LineType":"Item","Item":"PUMP","Location":"1","QuantityOrdered":3,"PriceOverride":true,"PricingUnitPrice":33.333333},
            {"LineType":"Miscellaneous","MiscellaneousChargesCode":"DISC","ExtendedAmount":-0.50},
            {"LineType":"Miscellaneous","MiscellaneousChargesCode":"DISC","ExtendedAmount":-5.00}],
            "OrderOptionalFields":[{"OptionalField":"EXTID","Value":"5900000000611004"}]}
            """.ReplaceLineEndings(""), body.GetRawText());
    }

    [Fact]
    public void What_no_price_can_hold_waits_until_the_charge_for_it_is_named()
    {
        var result = Shipped.Catalog.Get("order-to-sage-300-order")
            .Apply(Json(Deal), With(("customer", "A"), ("orderNumber", "ZSO-1")));

        Assert.All(result.Problems, problem => Assert.Contains("Isthmus:Deals:AdjustmentCharge", problem.Cure));
        Assert.Equal(2, result.Problems.Count);
    }

    [Fact]
    public void A_product_without_a_code_is_named_with_its_cure()
    {
        var result = Shipped.Catalog.Get("crm-deal-to-order").Apply(
            Shipped.Json(Deal.Replace("\" GASKET-12\"", "null", StringComparison.Ordinal)), MappingContext.Empty);

        var problem = Assert.Single(result.Problems);
        Assert.Equal(("lines[0].sku", "Give the product a Product Code in the CRM."), (problem.Path, problem.Cure));
    }

    [Fact]
    public void A_new_customer_has_its_group_before_what_replaces_the_group_s_word()
    {
        const string Account = """
            {"id":"5900000000481002","Account_Name":"Harbor Pump Co","Phone":"503-555-0117","Billing_Street":"1 Quay Street","Billing_City":"Portland",
             "Billing_State":"Oregon","Billing_Code":"97201","Billing_Country":"United States"}
            """;
        var body = Shipped.Map("crm-account-to-sage-300-customer", Shipped.Json(Account), With(
            ("code", "z1"), ("currency", "USD"), ("externalId", "5900000000481002"), ("optionalField", "EXTID")));

        Assert.Equal(
            """
            {"CustomerNumber":"Z1","GroupCode":"WHL","ShortName":"HARBOR PUM","CustomerName":"Harbor Pump Co","CurrencyCode":"USD","TaxGroup":"USDTAX","Terms":"N30",
            "AddressLine1":"1 Quay Street","City":"Portland","StateProvince":"OR","ZipPostalCode":"97201","Country":"United States","PhoneNumber":"503-555-0117",
            "CustomerOptionalFieldValues":[{"CustomerNumber":"Z1","OptionalField":"EXTID","Value":"5900000000481002"}]}
            """.ReplaceLineEndings(""), body.GetRawText());
    }

    private static SalesOrder Order(string deal) => CanonicalJson.Read<SalesOrder>(
        JsonSerializer.SerializeToUtf8Bytes(Shipped.Map("crm-deal-to-order", Shipped.Json(deal))));

    private static JsonElement Json(string deal) => Shipped.Map("crm-deal-to-order", Shipped.Json(deal));

    private static MappingContext With(params (string Name, string Value)[] variables) =>
        new() { Variables = variables.ToDictionary(v => v.Name, v => v.Value) };
}
