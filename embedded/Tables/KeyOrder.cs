namespace Isthmus.Embedded.Tables;

/// <summary>
/// The order of texts in a table: by code point, as the store sorts its keys. UTF-16 differs where halves of a pair stand before
/// the last characters of the basic plane.
/// </summary>
internal static class KeyOrder
{
    public static int Compare(string left, string right)
    {
        var same = left.AsSpan().CommonPrefixLength(right);
        return same == left.Length || same == right.Length
            ? left.Length - right.Length
            : Rank(left[same]) - Rank(right[same]);
    }

    private static int Rank(char c) => char.IsSurrogate(c) ? c + 0x2000 : c >= '\ue000' ? c - 0x800 : c;
}
