using System.Globalization;

namespace Isthmus.Functions.Deals.Ordering;

/// <summary>
/// Ids of the CRM are up to 19 digits, and codes of Sage 300 up to 12 characters: the same number in 36 digits and letters, which
/// nobody confuses with another.
/// </summary>
internal static class ShortId
{
    private const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /// <summary>At most 13 characters, for at most 20 digits; or the last <paramref name="most"/> of them.</summary>
    public static string Of(string id, int most = 13)
    {
        var left = ulong.Parse(id, NumberStyles.None, CultureInfo.InvariantCulture);
        var text = "";
        do
        {
            text = Digits[(int)(left % 36)] + text;
            left /= 36;
        }
        while (left > 0 && text.Length < most);
        return text;
    }

    /// <summary>The id of a whole text; null where no id could have become it.</summary>
    public static string? Read(string text)
    {
        if (text.Length is 0 or > 13) return null;
        var id = UInt128.Zero;
        foreach (var letter in text)
        {
            if (Digits.IndexOf(char.ToUpperInvariant(letter), StringComparison.Ordinal) is not (>= 0 and var digit)) return null;
            id = (id * 36u) + (uint)digit;
        }
        return id.ToString(CultureInfo.InvariantCulture);
    }
}
