using Isthmus.Core.Addresses;
using Isthmus.Core.Canonical;
using Isthmus.Core.References;

namespace Isthmus.Core.Tests;

public sealed class When_an_address_is_standardised
{
    private static readonly ReferenceTables Tables = Shipped.Catalog.References;
    private static readonly string[] Lines = ["AddressLine1", "AddressLine2", "AddressLine3"];
    private static readonly AddressStandard Standard = new(Tables);

    private static (Dictionary<string, string> Values, IReadOnlyList<AddressLoss> Losses) Fit(Address address, string format)
    {
        var fitted = Standard.Fit(address, AddressFormat.Find(Tables.Get(AddressFormat.TableName), format)!);
        return (fitted.Values.ToDictionary(value => value.Field, value => value.Text), fitted.Losses);
    }

    [Theory]
    [InlineData("EIRE", "IE")]
    [InlineData("RSA", "ZA")]
    [InlineData("Channel Islands", "JE")]
    [InlineData("United Kingdom", "GB")]
    [InlineData("usa", "US")]
    [InlineData("PRT", "PT")]
    [InlineData("no", "NO")]
    public void A_country_is_known_by_code_or_by_any_of_its_names(string text, string alpha2) =>
        Assert.Equal(alpha2, Fit(new() { Country = text }, "canonical").Values["country"]);

    [Fact]
    public void Unspecified_is_no_country_and_no_loss()
    {
        var (values, losses) = Fit(new() { City = "Dublin", Country = "Unspecified" }, "canonical");
        Assert.DoesNotContain("country", values.Keys);
        Assert.Empty(losses);
    }

    [Theory]
    [InlineData("US", "972091234", "97209-1234")]
    [InlineData("CA", "k1a0b1", "K1A 0B1")]
    [InlineData("GB", "sw1a1aa", "SW1A 1AA")]
    [InlineData("PT", "4050032", "4050-032")]
    [InlineData("NL", "1234ab", "1234 AB")]
    [InlineData("US", "not a zip", "not a zip")]
    [InlineData("AR", " C1425 ", "C1425")]
    public void A_postal_code_is_written_as_its_country_does(string country, string given, string expected) =>
        Assert.Equal(expected, Fit(new() { Country = country, PostalCode = given }, "canonical").Values["postalCode"]);

    [Theory]
    [InlineData("US", "Oregon", "OR")]
    [InlineData("US", "or", "OR")]
    [InlineData("CA", "Ontario", "ON")]
    public void A_state_becomes_its_code(string country, string state, string code) =>
        Assert.Equal(code, Fit(new() { City = "X", Country = country, State = state }, "sage-customer").Values["State"]);

    [Fact]
    public void A_code_of_three_letters_goes_on_to_the_next_line_where_two_fit() =>
        Assert.Equal("NSW", Fit(new() { Line1 = "1 Quay St", Country = "AU", State = "New South Wales" },
            "sage-customer").Values["AddressLine2"]);

    [Fact]
    public void A_state_without_a_code_goes_on_to_the_next_line()
    {
        var (values, losses) = Fit(new() { Line1 = "1 High St", City = "Bath", State = "Somerset", Country = "GB" },
            "sage-customer");
        Assert.Equal(("1 High St", "Somerset"), (values["AddressLine1"], values["AddressLine2"]));
        Assert.Empty(losses);
    }

    [Fact]
    public void A_long_street_is_wrapped_between_words_and_loses_nothing()
    {
        const string Street = "Rua Doutor Alfredo Magalhaes numero mil duzentos e trinta e quatro Bloco B";
        var (values, losses) = Fit(new() { Line1 = Street }, "sage-customer-2018");
        var lines = Lines.Select(name => values[name]).ToArray();
        Assert.Equal(Street, string.Join(' ', lines));
        Assert.All(lines, line => Assert.True(line.Length <= 30));
        Assert.Empty(losses);
    }

    [Fact]
    public void What_fits_in_no_line_is_told()
    {
        var (_, losses) = Fit(new() { Line1 = string.Join(' ', Enumerable.Repeat("Strasse", 30)), Line2 = "Hinterhaus" },
            "sage-customer-2018");
        var loss = Assert.Single(losses);
        Assert.Equal("AddressLine3", loss.Field);
        Assert.EndsWith("Hinterhaus", loss.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_system_gets_the_country_in_its_own_form()
    {
        var address = new Address { City = "Porto", Country = "PT" };
        Assert.Equal("Portugal", Fit(address, "zoho").Values["country"]);
        Assert.Equal("PRT", Fit(address, "sage-customer").Values["CountryCode"]);
    }

    [Fact]
    public void Every_country_code_of_the_table_leads_back_to_itself()
    {
        var countries = new Countries(Tables);
        Assert.All(Tables.Get(Countries.TableName).Rows, row =>
        {
            Assert.Equal(row.Key, countries.Alpha2(countries.Alpha3(row.Key)!));
            Assert.Equal(row.Key, countries.Alpha2(countries.Name(row.Key)!));
        });
        Assert.Equal(249, Tables.Get(Countries.TableName).Rows.Count);
    }
}
