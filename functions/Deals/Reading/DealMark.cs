using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Isthmus.Core.Canonical;

namespace Isthmus.Functions.Deals.Reading;

/// <summary>Tells whether a deal holds something else than when its order was entered.</summary>
internal static class DealMark
{
    /// <summary>Stands for an order of which nobody knows what the deal held then.</summary>
    public const string Unknown = "unknown";

    /// <summary>
    /// 16 hexadecimal digits of who buys what at which price. Not the names, dates and addresses, which no order depends on.
    /// </summary>
    public static string Of(SalesOrder order)
    {
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture,
            $"{order.Customer.ExternalId}|{order.Currency}|{order.Discount}"));
        foreach (var line in order.Lines)
        {
            text.Append(CultureInfo.InvariantCulture,
                $"\n{line.Kind}|{line.Sku}|{Plain(line.Quantity)}|{Plain(line.UnitAmount)}|{line.Discount}|{line.Total}");
        }
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..16];
    }

    /// <summary>12.50 and 12.5 are the same.</summary>
    private static string Plain(decimal number) => number.ToString("0.##########", CultureInfo.InvariantCulture);
}
