using System.Text.Json.Nodes;

namespace Isthmus.Sandbox.Tests.ZohoInventory;

public sealed class When_totals_are_computed : ZohoTest
{
    [Fact]
    public async Task The_sample_of_the_vendor_notes_comes_to_104_63()
    {
        var order = await CreateAsync("""
            {"discount_type":"item_level","shipping_charge":5.00,"adjustment":0,
             "line_items":[{"name":"Bottle","rate":30.00,"quantity":3,"discount":9.00,"tax_id":"VAT23"}]}
            """, Shop.Euro);
        Assert.Equal((81m, 18.63m, 104.63m), Sums(order));
        Assert.Equal(81m, Shop.Number(order["line_items"]![0]!, "item_total"));
    }

    [Theory]
    [InlineData("{'discount':'10%','line_items':[{'name':'x','rate':50,'quantity':2,'tax_id':'VAT20'}]}", 100, 18, 108)]
    [InlineData("{'discount':10,'line_items':[{'name':'x','rate':50,'quantity':2,'tax_id':'VAT20'}]}", 100, 18, 108)]
    [InlineData("{'discount':10,'is_discount_before_tax':false,'line_items':[{'name':'x','rate':100,'tax_id':'VAT20'}]}", 100,
        20, 110)]
    [InlineData("{'is_inclusive_tax':true,'line_items':[{'name':'x','rate':120,'tax_id':'VAT20'}]}", 100, 20, 120)]
    [InlineData("{'is_inclusive_tax':true,'line_items':[{'name':'x','rate':9.99,'tax_id':'VAT20'}]}", 8.32, 1.67, 9.99)]
    [InlineData("{'line_items':[{'name':'x','rate':0.333,'quantity':3}]}", 1.00, 0, 1.00)]
    [InlineData("{'line_items':[{'name':'x','rate':10,'discount':'25%'}]}", 7.5, 0, 7.5)]
    [InlineData("{'adjustment':-0.01,'line_items':[{'name':'x','rate':10}]}", 10, 0, 9.99)]
    [InlineData("{'line_items':[{'name':'x','rate':0.125}]}", 0.13, 0, 0.13)]
    public async Task Discount_tax_and_adjustment_add_up(string body, decimal subTotal, decimal tax, decimal total) =>
        Assert.Equal((subTotal, tax, total), Sums(await CreateAsync(body.Replace('\'', '"'))));

    [Fact]
    public async Task A_currency_without_decimals_has_whole_totals()
    {
        var order = await CreateAsync("{\"line_items\":[{\"name\":\"x\",\"rate\":1234.5,\"tax_id\":\"VAT5\"}]}", Shop.Yen);
        Assert.Equal((1235m, 62m, 1297m), Sums(order));
        Assert.Equal(0, order["price_precision"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_currency_with_three_decimals_keeps_three()
    {
        var order = await CreateAsync("{\"line_items\":[{\"name\":\"x\",\"rate\":1.2345}]}", Shop.Dinar);
        Assert.Equal((1.235m, 0m, 1.235m), Sums(order));
    }

    [Fact]
    public async Task The_document_is_in_the_customers_currency()
    {
        var order = await CreateAsync("{\"exchange_rate\":0.5,\"line_items\":[{\"name\":\"x\",\"rate\":10}]}", Shop.Euro);
        Assert.Equal("EUR", Shop.Text(order, "currency_code"));
        Assert.Equal(5m, Shop.Number(order, "bcy_total"));
    }

    [Fact]
    public async Task Tax_can_be_rounded_once_for_the_document()
    {
        const string line = "{\"name\":\"x\",\"rate\":0.12,\"tax_id\":\"VAT20\"}";
        const string body = "{\"line_items\":[" + line + "," + line + "]}";
        Assert.Equal(0.04m, Sums(await CreateAsync(body)).Tax);
        await Zoho.SetAsync(new { roundTaxPerDocument = true });
        Assert.Equal(0.05m, Sums(await CreateAsync(body)).Tax);
    }

    [Theory]
    [InlineData("{'line_items':[{'name':'x','rate':10,'discount':11}]}", "discount")]
    [InlineData("{'line_items':[{'name':'x','rate':10,'tax_id':'1'}]}", "tax_id")]
    [InlineData("{'adjustment':-11,'line_items':[{'name':'x','rate':10}]}", "negative")]
    [InlineData("{'discount':'5.x','line_items':[{'name':'x','rate':10}]}", "discount")]
    public async Task Sums_that_make_no_sense_are_refused(string body, string part)
    {
        var json = JsonNode.Parse(body.Replace('\'', '"'))!;
        json["customer_id"] = await Zoho.CustomerAsync();
        (await Zoho.PostAsync("/salesorders", json)).Refused(4, part);
    }

    private static (decimal SubTotal, decimal Tax, decimal Total) Sums(JsonNode order) =>
        (Shop.Number(order, "sub_total"), Shop.Number(order, "tax_total"), Shop.Number(order, "total"));

    private async Task<JsonNode> CreateAsync(string body, string? currency = null)
    {
        var json = JsonNode.Parse(body.Replace("VAT20", Shop.Vat20).Replace("VAT23", Shop.Vat23).Replace("VAT5", Shop.Vat5))!;
        var known = (await Zoho.GetAsync("/contacts"))["contacts"].AsArray();
        json["customer_id"] = known.Count > 0 ? Shop.Text(known[0]!, "contact_id") : await Zoho.CustomerAsync(currency: currency);
        return (await Zoho.PostAsync("/salesorders", json)).Accepted()["salesorder"];
    }
}
