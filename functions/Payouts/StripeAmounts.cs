using Isthmus.Core.Amounts;
using Isthmus.Core.Currencies;
using Isthmus.Core.Mapping;

namespace Isthmus.Functions.Payouts;

/// <summary>Stripe's minor units, which are not ISO's for every currency, as decimals and back.</summary>
public sealed class StripeAmounts(MappingCatalog catalog)
{
    private readonly CurrencyTable currencies = new(catalog.References.Get(CurrencyTable.TableName), "stripe");

    /// <summary>The amount in the currency's main unit.</summary>
    public decimal Decimal(long minor, string currency) => MinorUnits.ToDecimal(minor, Exponent(currency));

    /// <summary>Whole minor units; what is less than one is lost.</summary>
    public long Minor(decimal amount, string currency) => (long)decimal.Truncate(MinorUnits.FromDecimal(amount, Exponent(currency)));

    private int Exponent(string currency) => currencies.Exponent(currency) ?? 2;
}
