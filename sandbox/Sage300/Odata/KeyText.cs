using System.Globalization;
using System.Text.RegularExpressions;
using Isthmus.Sandbox.Sage300.Api;
using Isthmus.Sandbox.Sage300.Data;
using Isthmus.Sandbox.Sage300.Schema;

namespace Isthmus.Sandbox.Sage300.Odata;

/// <summary>Reads the key between the brackets of an address: in the metadata's order, or by name in any order.</summary>
internal static partial class KeyText
{
    public static string Read(string text, EntitySchema schema)
    {
        var parts = Part().Matches(text);
        if (text.StartsWith(',') || parts.Sum(part => part.Length) != text.Length || parts.Count != schema.Keys.Count)
            throw WebApiError.BadKey(text);
        var named = parts.All(part => part.Groups["name"].Success);
        var values = schema.Keys.Select((name, at) =>
        {
            var part = named ? parts.FirstOrDefault(each => each.Groups["name"].Value == name) : parts[at];
            return part is null ? throw WebApiError.BadKey(text) : Value(part.Groups["value"].Value, schema.Find(name)!, text);
        });
        return EntityKey.Of([.. values]);
    }

    private static object Value(string word, Property property, string text)
    {
        if (property.Kind != Kind.Number) return (Literal.Text(word) ?? word).ToUpperInvariant();
        return long.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? (decimal)number : throw WebApiError.BadKey(text);
    }

    [GeneratedRegex(@"\G,?(?:(?<name>[A-Za-z][A-Za-z0-9]*)=)?(?<value>'(?:[^']|'')*'|[^',=\s]+)")]
    private static partial Regex Part();
}
