using System.Text.Json;
using Isthmus.Core.Mapping;

namespace Isthmus.Core.Tests;

public sealed class When_an_order_goes_to_Sage
{
    private static readonly JsonElement Order = Shipped.Map("stripe-order", StripeSamples.Order);

    private static MappingContext With(params (string Name, string Value)[] variables) =>
        new() { Variables = variables.ToDictionary(v => v.Name, v => v.Value) };

    [Fact]
    public void Header_and_lines_are_as_the_agent_s_protocol_says()
    {
        var body = Shipped.Map("order-to-sage-salesorder", Order, With(("customerNo", "z0000781"), ("externalId",
            "zoho:46"), ("warehouse", "001")));
        Assert.Equal(
            """
            {"values":{"ARDivisionNo":"00","CustomerNo":"Z0000781","OrderDate":"20251130","OrderType":"S","CustomerPONo":"WEB-10482","TermsCode":"00",
            "WarehouseCode":"001","ShipToName":"Ana Prado","ShipToAddress1":"Rua 1","ShipToCity":"Porto","ShipToZipCode":"4000-123","ShipToCountryCode":"PRT",
            "FreightAmt":5.00,"DiscountAmt":9.00,"UDF_EXTERNAL_ID":"zoho:46","UDF_STRIPE_PI":"pi_demo1"},
            "lines":[{"ItemCode":"BTL-1L","QuantityOrdered":3,"UnitPrice":30.00,"UDF_EXTERNAL_LINE":"li_demo1"},
            {"ItemCode":"/TAX","ItemCodeDesc":"Tax","ExtensionAmt":18.63}]}
            """.ReplaceLineEndings(""), body.GetRawText());
    }

    [Fact]
    public void The_customer_fits_an_older_release_without_losing_its_street()
    {
        var order = Shipped.Json(Order.GetRawText().Replace("Rua 1",
            "Rua Doutor Alfredo Magalhaes 1234 Bloco B", StringComparison.Ordinal));
        var values = Shipped.Map("order-to-sage-customer", order, With(("release", "2018"))).GetProperty("values");
        Assert.Equal("Rua Doutor Alfredo Magalhaes", values.GetProperty("AddressLine1").GetString());
        Assert.Equal("1234 Bloco B", values.GetProperty("AddressLine2").GetString());
        Assert.Equal("ana@example.net", values.GetProperty("UDF_EXTERNAL_ID").GetString());
    }

    [Fact]
    public void Service_lines_become_charge_items_without_a_quantity()
    {
        var order = Shipped.Map("stripe-order", Shipped.Json(StripeSamples.Checkout.Replace("BTL-1L",
            "BANK CHARGES", StringComparison.Ordinal)));
        var line = Shipped.Map("order-to-sage-salesorder", order, With(("customerNo", "A"))).GetProperty("lines")[0];
        Assert.Equal(
            """{"ItemCode":"/SERVICE","ItemCodeDesc":"Steel bottle 1L","ExtensionAmt":90.00,"UDF_EXTERNAL_LINE":"li_demo1"}""",
            line.GetRawText());
    }

    [Fact]
    public void A_shipping_line_is_freight()
    {
        const string Goods = """[{"sku":"A","kind":"goods","quantity":1,"unitAmount":0,"subtotal":0,"total":0},""";
        var order = Shipped.Json(Order.GetRawText().Replace("\"kind\":\"goods\"", "\"kind\":\"shipping\"", StringComparison.Ordinal)
            .Replace("\"lines\":[", $"\"lines\":{Goods}", StringComparison.Ordinal));
        var body = Shipped.Map("order-to-sage-salesorder", order, With(("customerNo", "A")));
        Assert.Equal(95.00m, body.GetProperty("values").GetProperty("FreightAmt").GetDecimal());
    }

    [Fact]
    public void An_order_of_nothing_but_carriage_sells_the_carriage()
    {
        var checkout = StripeSamples.Checkout.Replace("BTL-1L", "POST", StringComparison.Ordinal);
        var order = Shipped.Map("stripe-order", Shipped.Json(checkout));
        Assert.Equal("service", order.GetProperty("lines")[0].GetProperty("kind").GetString());
        var line = Shipped.Map("order-to-sage-salesorder", order, With(("customerNo", "A"))).GetProperty("lines")[0];
        Assert.Equal(("/FREIGHT", 90.00m), (line.GetProperty("ItemCode").GetString(), line.GetProperty("ExtensionAmt").GetDecimal()));
    }

    [Fact]
    public void A_total_with_three_decimals_is_refused_since_Sage_holds_two()
    {
        var order = Shipped.Map("stripe-order", Shipped.Json(StripeSamples.Direct.Replace("5120",
            "5123", StringComparison.Ordinal)));
        var result = Shipped.Catalog.Get("order-to-sage-salesorder").Apply(order, With(("customerNo", "A")));
        Assert.False(result.Ok);
        Assert.Contains(result.Problems, problem => problem.Message.Contains("2 decimals", StringComparison.Ordinal));
    }

    [Fact]
    public void Metadata_for_Stripe_holds_what_is_known_and_nothing_else()
    {
        var metadata = Shipped.Map("order-to-stripe-metadata", Order, With(("salesorderId", "46"), ("sageSalesOrderNo",
            "0004183")));
        Assert.Equal("""{"zoho_salesorder_id":"46","sage_salesorder_no":"0004183","order_number":"WEB-10482"}""", metadata.GetRawText());
    }
}
