using System.Globalization;

namespace Isthmus.Core;

/// <summary>Cuts texts between characters as people see them, never inside one.</summary>
public static class WholeCharacters
{
    /// <summary>The longest beginning of a text that fits; empty where not even its first character does.</summary>
    /// <param name="text">The text.</param>
    /// <param name="limit">How many UTF-16 code units there is room for.</param>
    public static string Begin(string text, int limit)
    {
        var end = 0;
        while (end < text.Length && end + StringInfo.GetNextTextElementLength(text, end) is var next && next <= limit) end = next;
        return text[..end];
    }
}
