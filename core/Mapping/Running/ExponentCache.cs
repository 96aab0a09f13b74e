using Isthmus.Core.Currencies;

namespace Isthmus.Core.Mapping.Running;

/// <summary>The decimals of the record's own currencies, which every amount asks for again.</summary>
internal sealed class ExponentCache
{
    private readonly List<(object Place, CurrencyTable Table, int Exponent)> _known = [];

    public int? Find(object place, CurrencyTable table)
    {
        foreach (var (knownPlace, knownTable, exponent) in _known)
        {
            if (ReferenceEquals(knownPlace, place) && ReferenceEquals(knownTable, table))
                return exponent;
        }
        return null;
    }

    public void Add(object place, CurrencyTable table, int exponent) => _known.Add((place, table, exponent));

    public void Clear() => _known.Clear();
}
