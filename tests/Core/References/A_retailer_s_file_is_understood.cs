using Isthmus.Core.Addresses;

namespace Isthmus.Core.Tests;

/// <summary>
/// A real retailer's sales, where the data folder is beside the repository; codes and names of other days are named here.
/// </summary>
public sealed class A_retailer_s_file_is_understood
{
    private static readonly string File = Path.Combine(Shipped.Root(), "..", "shared", "data", "online-retail", "orders.csv");

    private static IEnumerable<string[]> Rows() => System.IO.File.Exists(File)
        ? System.IO.File.ReadLines(File).Skip(1).Select(line => line.Split(','))
        : [["1", "POST", "", "", "", "", "", "EIRE"]];

    [Fact]
    public void Every_country_has_a_code()
    {
        var countries = new Countries(Shipped.Catalog.References);
        Assert.All(Rows().Select(row => row[^1]).Distinct(), name => Assert.NotNull(countries.Alpha2(name)));
    }

    [Theory]
    [InlineData("RSA")]
    [InlineData("Channel Islands")]
    [InlineData("Czech Republic")]
    [InlineData("United Arab Emirates")]
    [InlineData("Saudi Arabia")]
    [InlineData("Hong Kong")]
    [InlineData("Korea")]
    [InlineData("USA")]
    public void So_has_every_country_of_other_days(string name) => Assert.NotNull(new Countries(Shipped.Catalog.References).Alpha2(name));

    [Theory]
    [InlineData("Unspecified")]
    [InlineData("European Community")]
    public void Some_names_say_no_country(string name) => Assert.True(new Countries(Shipped.Catalog.References).SaysNone(name));

    [Fact]
    public void Every_code_that_is_no_stock_code_has_a_kind()
    {
        var codes = Shipped.Catalog.References.Get("service-codes");
        var others = Rows().Select(row => row[1]).Where(code => !char.IsAsciiDigit(code[0])).Distinct();
        Assert.All(others, code => Assert.True(codes.Contains(code), code));
    }

    [Theory]
    [InlineData("post", "shipping")]
    [InlineData("DOT", "shipping")]
    [InlineData("m", "service")]
    [InlineData("D", "discount")]
    [InlineData("AMAZONFEE", "service")]
    [InlineData("CRUK", "service")]
    public void Kinds_are_those_of_the_shop(string code, string kind) =>
        Assert.Equal(kind, Shipped.Catalog.References.Get("service-codes").Find(code, "kind"));
}
