using System.Globalization;

namespace Isthmus.Embedded.Tables.Filters;

/// <summary>One word of a filter.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">A name or an operator as it stands; empty for a literal.</param>
/// <param name="Value">The value of a literal.</param>
internal readonly record struct FilterToken(TokenKind Kind, string Text, object? Value = null);

/// <summary>What a word of a filter is.</summary>
internal enum TokenKind
{
    End,
    Word,
    Literal,
    Open,
    Close,
}

/// <summary>Cuts an OData filter into its words and reads the literals.</summary>
internal sealed class FilterTokens(string text)
{
    private static readonly string[] Moments = ["yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"];

    private int at;

    public FilterToken Next()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
        if (at == text.Length) return new(TokenKind.End, "");
        switch (text[at])
        {
            case '(': at++; return new(TokenKind.Open, "(");
            case ')': at++; return new(TokenKind.Close, ")");
            case '\'': return Literal(Quoted());
            case '-' or '+': return Number();
            case var c when char.IsDigit(c): return Number();
            case var c when char.IsLetter(c) || c == '_': return Word();
            default: throw TableErrors.InvalidInput($"Syntax error at position {at} of the filter.");
        }
    }

    private static FilterToken Literal(object value) => new(TokenKind.Literal, "", value);

    private FilterToken Word()
    {
        var word = Take(c => char.IsLetterOrDigit(c) || c == '_');
        if (at < text.Length && text[at] == '\'') return Literal(Typed(word, Quoted()));
        return word switch
        {
            "true" => Literal(true),
            "false" => Literal(false),
            "NaN" => Literal(double.NaN),
            _ => new(TokenKind.Word, word),
        };
    }

    private static object Typed(string prefix, string text)
    {
        try
        {
            return prefix switch
            {
                "datetime" => DateTimeOffset.ParseExact(text, Moments, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
                "guid" => Guid.ParseExact(text, "D"),
                "X" or "binary" => Convert.FromHexString(text),
                _ => throw TableErrors.InvalidInput("The filter has a literal of an unknown type."),
            };
        }
        catch (FormatException)
        {
            throw TableErrors.InvalidInput($"The filter has a malformed {prefix} literal.");
        }
    }

    private string Quoted()
    {
        var from = ++at;
        while (at < text.Length)
        {
            if (text[at++] != '\'') continue;
            if (at < text.Length && text[at] == '\'') at++;
            else return text[from..(at - 1)].Replace("''", "'");
        }
        throw TableErrors.InvalidInput("The filter has a text without its closing quote.");
    }

    private FilterToken Number()
    {
        var number = Take(c => char.IsLetterOrDigit(c) || c is '.' or '-' or '+');
        var invariant = CultureInfo.InvariantCulture;
        if (number[^1] is 'L' or 'l'
            && long.TryParse(number[..^1], NumberStyles.AllowLeadingSign, invariant, out var wide)) return Literal(wide);
        if (int.TryParse(number, NumberStyles.AllowLeadingSign, invariant, out var whole)) return Literal(whole);
        if (number.AsSpan().IndexOfAny('.', 'e', 'E') >= 0
            && double.TryParse(number, NumberStyles.Float, invariant, out var real)) return Literal(real);
        throw TableErrors.InvalidInput("The filter has a malformed number. A number of 64 bits ends in L.");
    }

    private string Take(Func<char, bool> belongs)
    {
        var from = at;
        while (at < text.Length && belongs(text[at])) at++;
        return text[from..at];
    }
}
