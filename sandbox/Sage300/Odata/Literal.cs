using System.Globalization;
using Isthmus.Sandbox.Sage300.Api;
using Isthmus.Sandbox.Sage300.Schema;

namespace Isthmus.Sandbox.Sage300.Odata;

/// <summary>A value in a filter, as the property beside it has it. OData 4 and 3 write dates and decimals differently.</summary>
internal static class Literal
{
    public static object Read(string word, Property property, string dialect) => property.Kind switch
    {
        Kind.Number => Number(word, property, dialect),
        Kind.Flag when word is "true" or "false" => word == "true",
        Kind.Date => Day(word, property, dialect),
        Kind.Choice when Text(word) is { } member => property.Members.Contains(member) ? member : throw Wrong(word, property),
        Kind.Text or Kind.Code when Text(word) is { } text => text,
        _ => throw Wrong(word, property)
    };

    public static string? Text(string word) =>
        word.Length >= 2 && word[0] == '\'' && word[^1] == '\'' ? word[1..^1].Replace("''", "'") : null;

    private static decimal Number(string word, Property property, string dialect)
    {
        var suffixed = word[^1] is 'm' or 'M';
        if (suffixed && dialect != "v3") throw Wrong(word, property);
        return decimal.TryParse(suffixed ? word[..^1] : word, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture, out var number) ? number : throw Wrong(word, property);
    }

    private static DateOnly Day(string word, Property property, string dialect)
    {
        var old = word.StartsWith("datetime'", StringComparison.Ordinal);
        if (old != (dialect == "v3")) throw Wrong(word, property);
        var text = old ? word[9..^1] : word;
        return text.Length >= 10
            && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day : throw Wrong(word, property);
    }

    private static WebApiError Wrong(string word, Property property) => WebApiError.Parameters(
        $"A binary operator with incompatible types was detected: {property.Name} ({property.Kind}) and {word}.");
}
