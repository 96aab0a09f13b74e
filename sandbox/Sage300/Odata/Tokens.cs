using System.Text.RegularExpressions;
using Isthmus.Sandbox.Sage300.Api;

namespace Isthmus.Sandbox.Sage300.Odata;

/// <summary>The words of a filter, one after the other.</summary>
internal sealed partial class Tokens
{
    private readonly List<string> words = [];
    private int at;

    public Tokens(string text)
    {
        var end = 0;
        foreach (Match match in Word().Matches(text))
        {
            if (text[end..match.Index].Trim().Length > 0) throw Unreadable(text);
            words.Add(match.Value);
            end = match.Index + match.Length;
        }
        if (text[end..].Trim().Length > 0 || words.Count == 0) throw Unreadable(text);
    }

    public string? Peek => at < words.Count ? words[at] : null;

    public string Take() => at < words.Count ? words[at++] : throw WebApiError.Parameters("The filter ends too soon.");

    public bool TakeIf(string word)
    {
        if (Peek != word) return false;
        at++;
        return true;
    }

    public void Need(string word)
    {
        if (!TakeIf(word)) throw WebApiError.Parameters($"Syntax error in the filter: '{word}' expected instead of '{Peek}'.");
    }

    private static WebApiError Unreadable(string text) => WebApiError.Parameters($"Syntax error in the filter: {text}");

    [GeneratedRegex(@"datetime'[^']*'|'(?:[^']|'')*'|\d{4}-\d\d-\d\d(?:T[0-9:.]+(?:Z|[+-]\d\d:\d\d)?)?"
        + @"|-?\d+(?:\.\d+)?[mM]?|[A-Za-z_][A-Za-z0-9_]*|[(),]")]
    private static partial Regex Word();
}
