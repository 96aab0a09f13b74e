using Isthmus.Core.Mapping;

namespace Isthmus.Core.Tests;

public sealed class When_a_mapping_is_explained
{
    private static readonly MappingExplanation Order = Shipped.Catalog.Get("stripe-order").Explain(StripeSamples.Order,
        MappingContext.Empty);

    private static FieldLineage Of(string target) => Assert.Single(Order.Fields, field => field.Target == target);

    [Fact]
    public void The_result_is_the_one_of_an_ordinary_run() =>
        Assert.True(Order.Result.Output.Span.SequenceEqual(Shipped.Catalog.Get("stripe-order").Apply(StripeSamples.Order,
            MappingContext.Empty).Output.Span));

    [Fact]
    public void A_copied_field_names_the_source_that_had_the_value()
    {
        var number = Of("number");
        Assert.Equal(("copy", "WEB-10482"), (number.Operation, number.Value));
        Assert.Equal([new SourceRead("session.client_reference_id", "WEB-10482")], number.Sources);
    }

    [Fact]
    public void A_field_of_a_line_has_its_positions() =>
        Assert.Contains(new SourceRead("line_items[0].price.metadata.sku", "BTL-1L"), Of("lines[0].sku").Sources);

    [Fact]
    public void A_sum_names_every_term()
    {
        var sage = Shipped.Catalog.Get("order-to-sage-salesorder").Explain(
            Shipped.Map("stripe-order", StripeSamples.Order), new() { Variables = new Dictionary<string,
                string> { ["customerNo"] = "A" } });
        var discount = Assert.Single(sage.Fields, field => field.Target == "values.DiscountAmt");
        Assert.Contains(discount.Sources, read => read is { Path: "lines[0].discount", Value: "900" });
    }

    [Fact]
    public void A_default_says_so() => Assert.True(Of("lines[0].kind").Defaulted);

    [Fact]
    public void Personal_values_are_masked_everywhere()
    {
        Assert.Equal("(personal, 15 characters)", Of("customer.email").Value);
        Assert.DoesNotContain(Order.Fields, field =>
            $"{field.Value}{string.Concat(field.Sources)}".Contains("ana@", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(Order.Fields, field =>
            $"{field.Value}{string.Concat(field.Sources)}".Contains("Rua 1", StringComparison.Ordinal));
    }
}
