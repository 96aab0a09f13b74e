using System.Globalization;

namespace Isthmus.Bench.Flow;

/// <summary>A retailer's orders, made up, the same in every run.</summary>
internal static class MadeOrders
{
    /// <summary>Orders of one to four lines by 800 customers out of 500 articles, the same in every run.</summary>
    public static IEnumerable<string> Lines(int orders)
    {
        var chance = new Xorshift(2026);
        yield return "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country";
        for (var order = 0; order < orders; order++)
        {
            var customer = 12_000 + chance.Below(800);
            for (var line = 0; line <= chance.Below(4); line++)
            {
                var price = (50 + chance.Below(1950)) / 100m;
                yield return string.Create(CultureInfo.InvariantCulture,
                    $"{700_000 + order},{20_000 + chance.Below(500)},ITEM,{1 + chance.Below(9)},2010-12-01 08:26:00,{price},{customer},France");
            }
        }
    }

    /// <summary>A small seeded source, so that every run plays the same orders.</summary>
    private sealed class Xorshift(uint state)
    {
        public int Below(int limit)
        {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            return (int)(state % (uint)limit);
        }
    }
}
