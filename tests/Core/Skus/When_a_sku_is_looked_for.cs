using Isthmus.Core.Skus;

namespace Isthmus.Core.Tests;

public sealed class When_a_sku_is_looked_for
{
    private static readonly SkuIndex Index = new(
        ["BTL-1L", "85123A", "GASKET 12", "AB-1",
            "A-B1"], new Dictionary<string, string> { ["bottle"] = "BTL-1L", ["old"] = "GONE-1" });

    [Theory]
    [InlineData("BTL-1L", SkuMatchKind.Exact, "BTL-1L")]
    [InlineData("Bottle ", SkuMatchKind.Alias, "BTL-1L")]
    [InlineData("85123a ", SkuMatchKind.Normalised, "85123A")]
    [InlineData("gasket_12", SkuMatchKind.Normalised, "GASKET 12")]
    public void It_is_found_exactly_then_by_alias_then_by_its_letters_and_digits(string sku, SkuMatchKind kind, string code)
    {
        var match = Index.Find(sku);
        Assert.Equal((kind, code, false), (match.Kind, match.Code, match.Hold));
    }

    [Fact]
    public void Two_codes_that_differ_only_in_separators_hold_the_record_and_are_both_named()
    {
        var match = Index.Find("ab1");
        Assert.True(match.Hold);
        Assert.Equal(SkuMatchKind.Ambiguous, match.Kind);
        Assert.Equal(["A-B1", "AB-1"], match.Candidates);
    }

    [Fact]
    public void An_exact_code_is_never_ambiguous() => Assert.Equal(SkuMatchKind.Exact, Index.Find("AB-1").Kind);

    [Fact]
    public void An_alias_of_an_item_that_is_gone_holds_the_record_and_names_it()
    {
        var match = Index.Find("old");
        Assert.Equal((SkuMatchKind.Unknown, true), (match.Kind, match.Hold));
        Assert.Equal(["GONE-1"], match.Candidates);
    }

    [Theory]
    [InlineData("NO-SUCH")]
    [InlineData("")]
    [InlineData("---")]
    public void What_no_code_fits_is_held(string sku) => Assert.Equal(SkuMatchKind.Unknown, Index.Find(sku).Kind);
}
