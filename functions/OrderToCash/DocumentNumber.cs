namespace Isthmus.Functions.OrderToCash;

/// <summary>Makes document numbers from business keys, so that a repeat asks for the same number and is refused.</summary>
public static class DocumentNumber
{
    private const int TailLength = 12;

    /// <summary>The prefix and the last twelve letters and digits of the key, upper case: <c>STR-4F2K9QX0P1ZB</c>.</summary>
    public static string For(string key, string prefix)
    {
        var letters = key.Where(char.IsAsciiLetterOrDigit).ToArray();
        var tail = letters.Length <= TailLength ? letters : letters[^TailLength..];
        return prefix + new string(tail).ToUpperInvariant();
    }
}
