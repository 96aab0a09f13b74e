using System.Text.Json.Nodes;
using Isthmus.Core.Mapping;

namespace Isthmus.Core.Tests;

public sealed class When_a_record_is_wrong
{
    private static MappingResult Map(Action<JsonNode> spoil)
    {
        var order = JsonNode.Parse(StripeSamples.Checkout)!;
        spoil(order);
        return Shipped.Catalog.Get("stripe-order").Apply(Shipped.Json(order.ToJsonString()), MappingContext.Empty);
    }

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once()
    {
        var result = Map(order =>
        {
            order["line_items"]![0]!["price"]!["metadata"] = new JsonObject();
            order["line_items"]![0]!["price"]!["lookup_key"] = null;
            order["line_items"]![0]!["amount_total"] = "lots";
            order["session"]!["created"] = "yesterday";
        });
        Assert.False(result.Ok);
        Assert.True(result.Output.IsEmpty);
        Assert.Equal(["date", "lines[0].sku", "lines[0].total"], result.Problems.Select(problem => problem.Target));
        Assert.Equal(["session.created", "line_items[0].metadata.sku",
            "line_items[0].amount_total"], result.Problems.Select(problem => problem.Path));
        Assert.All(result.Problems, problem => Assert.NotEmpty(problem.Cure));
    }

    [Fact]
    public void An_order_without_a_customer_is_refused()
    {
        var result = Map(order =>
        {
            order["session"]!["customer_details"] = null;
            order["session"]!["collected_information"] = null;
            order["charge"]!["billing_details"] = null;
        });
        Assert.Contains(result.Problems, problem => problem.Target == "customer.name");
    }

    [Fact]
    public void An_unknown_currency_is_named()
    {
        var result = Map(order => order["payment_intent"]!["currency"] = "zzz");
        Assert.Contains(result.Problems, problem =>
            problem is { Path: "payment_intent.currency", Value: "zzz", MissingIn: "currencies" });
    }

    [Fact]
    public void An_unknown_country_is_named_without_the_rest_of_the_address()
    {
        var result = Map(order => order["session"]!["customer_details"]!["address"]!["country"] = "Atlantis");
        var problem = Assert.Single(result.Problems);
        Assert.StartsWith("customer.billing", problem.Target, StringComparison.Ordinal);
        Assert.DoesNotContain("Porto", problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Texts_of_any_kind_pass_unchanged()
    {
        const string Text = "<script>alert('x')</script>'; DROP TABLE orders;-- 👩‍👩‍👧‍👦 \"quoted\" \\ \u0001";
        var result = Map(order => order["line_items"]![0]!["description"] = Text);
        Assert.True(result.Ok);
        var output = Shipped.Json(System.Text.Encoding.UTF8.GetString(result.Output.Span));
        Assert.Equal(Text, output.GetProperty("lines")[0].GetProperty("description").GetString());
    }

    [Theory]
    [InlineData("\"description\":\"Steel bottle 1L\"", "\"description\":\"half a pair \\ud83d\"", "Unicode")]
    [InlineData("\"sku\":\"BTL-1L\"", "\"sku\":\"\\ud83d\"", "Unicode")]
    [InlineData("\"name\":\"Ana Prado\"", "\"name\":\"\\udc00\"", "Unicode")]
    [InlineData("\"campaign\":\"autumn\"", "\"campaign\":\"\\ud83d\"", "Unicode")]
    [InlineData("\"city\":\"Porto\"", "\"city\":\"\\ud83d\"", "Unicode")]
    [InlineData("\"amount_total\":9963", "\"amount_total\":79228162514264337593543950335", "too large")]
    [InlineData("\"amount_total\":9963", "\"amount_total\":1e400", "not an amount")]
    [InlineData("\"amount_total\":9963", "\"amount_total\":[1]", "not an amount")]
    public void Values_that_nothing_can_hold_are_problems_of_the_record(string given, string broken, string message)
    {
        var order = Shipped.Json(StripeSamples.Checkout.Replace(given, broken, StringComparison.Ordinal));
        var result = Shipped.Catalog.Get("stripe-order").Apply(order, MappingContext.Empty);
        Assert.Contains(result.Problems, problem => problem.Message.Contains(message, StringComparison.Ordinal));
        Assert.True(Shipped.Catalog.Get("stripe-order").Apply(StripeSamples.Order, MappingContext.Empty).Ok);
    }

    [Fact]
    public void Many_threads_may_map_at_once()
    {
        var mapping = Shipped.Catalog.Get("stripe-order");
        var expected = mapping.Apply(StripeSamples.Order, MappingContext.Empty).Output.ToArray();
        Parallel.For(0, 500, _ => Assert.Equal(expected, mapping.Apply(StripeSamples.Order, MappingContext.Empty).Output.ToArray()));
    }

    [Fact]
    public void A_variable_that_the_document_does_not_declare_is_our_mistake() =>
        Assert.Throws<ArgumentException>(() => Shipped.Catalog.Get("stripe-order").Apply(
            StripeSamples.Order, new() { Variables = new Dictionary<string, string> { ["timezone"] = "UTC" } }));
}
