using FsCheck;
using FsCheck.Fluent;
using Isthmus.Core.Amounts;
using Isthmus.Core.Currencies;

namespace Isthmus.Core.Tests;

public sealed class Amounts_keep_every_minor_unit
{
    private static readonly CurrencyTable Iso = new(Shipped.Catalog.References.Get(CurrencyTable.TableName));

    [Theory]
    [InlineData("eur", 2)]
    [InlineData("JPY", 0)]
    [InlineData("KWD", 3)]
    [InlineData("ISK", 0)]
    [InlineData("CLF", 4)]
    public void Decimals_are_those_of_ISO_4217(string code, int exponent) => Assert.Equal(exponent, Iso.Exponent(code));

    [Theory]
    [InlineData("ISK", 2)]
    [InlineData("MGA", 0)]
    [InlineData("EUR", 2)]
    public void Stripe_counts_some_otherwise(string code, int exponent) =>
        Assert.Equal(exponent, new CurrencyTable(Shipped.Catalog.References.Get(CurrencyTable.TableName),
            "stripe").Exponent(code));

    [Fact]
    public void What_is_no_currency_has_no_decimals() => Assert.Null(Iso.Exponent("XXX"));

    [Fact]
    public void Minor_units_come_back_from_decimals() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), Gen.Choose(0, 4).ToArbitrary(), (minor, exponent) =>
            MinorUnits.TryFromDecimal(MinorUnits.ToDecimal(minor, exponent), exponent, out var back)
                && back == minor).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("12.345", 2)]
    [InlineData("0.5", 0)]
    [InlineData("99999999999999", 2)]
    public void A_remainder_or_too_much_is_never_lost(string amount, int exponent) =>
        Assert.False(MinorUnits.TryFromDecimal(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture),
            exponent, out _));

    [Fact]
    public void The_rate_of_a_day_is_the_latest_before_it_and_works_both_ways()
    {
        var rates = new ExchangeRates(Shipped.Catalog.References.Get(ExchangeRates.TableName));
        Assert.Equal((0.8712m, new DateOnly(2026, 1, 1)), rates.Find("EUR", "GBP", new(2026, 6, 1)));
        Assert.Equal(1 / 0.8712m, rates.Find("GBP", "EUR", new(2026, 6, 1))!.Value.Rate);
        Assert.Null(rates.Find("EUR", "GBP", new(2025, 12, 31)));
        Assert.Equal(1, rates.Find("EUR", "EUR", new(2025, 1, 1))!.Value.Rate);
    }

    [Theory]
    [InlineData(5, MidpointRounding.ToEven, 2)]
    [InlineData(5, MidpointRounding.AwayFromZero, 3)]
    [InlineData(-5, MidpointRounding.AwayFromZero, -3)]
    public void A_half_is_rounded_as_asked(int minor, MidpointRounding rounding, int expected) =>
        Assert.Equal(expected, ExchangeRates.Convert(minor, 2, 2, 0.5m, rounding));

    [Fact]
    public void Conversion_moves_between_numbers_of_decimals() =>
        Assert.Equal(2_088, ExchangeRates.Convert(1_000, 2, 0, 208.8m, MidpointRounding.ToEven));
}
