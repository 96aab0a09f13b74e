using Isthmus.Core.Amounts;
using Isthmus.Core.Canonical;
using Isthmus.Core.Currencies;
using Isthmus.Core.Mapping;

namespace Isthmus.Functions.Mapping;

/// <summary>Compares our minor units with the decimals of systems that keep books, exactly.</summary>
public sealed class Amounts(MappingCatalog catalog)
{
    private readonly CurrencyTable currencies = new(catalog.References.Get(CurrencyTable.TableName));

    /// <summary>True when both are the same amount to the minor unit.</summary>
    public bool Equal(decimal amount, Money money) => amount == Decimal(money);

    /// <summary>The amount in the currency's main unit.</summary>
    public decimal Decimal(Money money) => MinorUnits.ToDecimal(money.Minor, currencies.Exponent(money.Currency) ?? 2);

    /// <summary>The amount in whole minor units of the currency, rounded half away from zero.</summary>
    public long Minor(decimal amount, string currency) =>
        (long)MinorUnits.Round(MinorUnits.FromDecimal(amount, currencies.Exponent(currency) ?? 2), 0);
}
