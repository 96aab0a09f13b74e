using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Isthmus.Sandbox.Stripe.Protocol;

namespace Isthmus.Sandbox.Stripe.Parameters;

internal sealed record TextKind(int Max) : Kind
{
    public override JsonNode? Read(FormNode form, string path)
    {
        var text = TextOf(form, path, "string");
        if (text.Length > Max) throw Refuse.Bad($"Invalid string: {text[..20]}...; must be at most {Max} characters", param: path);
        return text.Length == 0 ? null : JsonValue.Create(text);
    }
}

internal sealed record IntegerKind(long Min, long Max) : Kind
{
    public override JsonNode? Read(FormNode form, string path)
    {
        var text = TextOf(form, path, "integer");
        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            throw Refuse.Bad($"Invalid integer: {text}", "parameter_invalid_integer", path);
        if (number < Min)
            throw Refuse.Bad($"This value must be greater than or equal to {Min}.", "parameter_invalid_integer", path);
        if (number > Max) throw Refuse.Bad($"This value must be less than or equal to {Max}.", "parameter_invalid_integer", path);
        return number;
    }
}

internal sealed record BooleanKind : Kind
{
    public override JsonNode? Read(FormNode form, string path) => TextOf(form, path, "boolean") switch
    {
        "true" => true,
        "false" => false,
        var text => throw Refuse.Bad($"Invalid boolean: {text}", param: path)
    };
}

internal sealed record DecimalKind : Kind
{
    public override JsonNode? Read(FormNode form, string path)
    {
        var text = TextOf(form, path, "decimal");
        var taken = decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number);
        var places = text.Length - text.IndexOf('.') - 1;
        if (!taken || (text.Contains('.') && places > 12)) throw Refuse.Bad($"Invalid decimal: {text}", param: path);
        return number.ToString(CultureInfo.InvariantCulture);
    }
}

internal sealed record EmailKind(int Max) : Kind
{
    public override JsonNode? Read(FormNode form, string path)
    {
        var text = TextOf(form, path, "string");
        if (text.Length == 0) return null;
        if (text.Length > Max) throw Refuse.Bad($"Invalid string: {text[..20]}...; must be at most {Max} characters", param: path);
        var at = text.IndexOf('@');
        if (at <= 0 || at != text.LastIndexOf('@') || at == text.Length - 1 || text.Contains(' '))
            throw Refuse.Bad($"Invalid email address: {text}", "email_invalid", path);
        return text;
    }
}

internal sealed record ChoiceKind(params string[] Values) : Kind
{
    public override JsonNode? Read(FormNode form, string path)
    {
        var text = TextOf(form, path, "string");
        if (Values.Contains(text)) return text.Length == 0 ? null : JsonValue.Create(text);
        var last = Values.Length == 1 ? Values[0] : $"{string.Join(", ", Values[..^1])}, or {Values[^1]}";
        throw Refuse.Bad($"Invalid {path}: must be one of {last}", param: path);
    }
}

internal sealed record CurrencyKind : Kind
{
    public override JsonNode? Read(FormNode form, string path)
    {
        var text = TextOf(form, path, "string").ToLowerInvariant();
        return Currencies.IsKnown(text)
            ? text
            : throw Refuse.Bad($"Invalid currency: {text}. Stripe currently supports these currencies: {Currencies.All}", param: path);
    }
}

internal sealed partial record CountryKind : Kind
{
    public override JsonNode? Read(FormNode form, string path)
    {
        var text = TextOf(form, path, "string");
        if (text.Length == 0) return null;
        return Code().IsMatch(text)
            ? text.ToUpperInvariant()
            : throw Refuse.Bad($"Country '{text}' is unknown. Try using a 2-character alphanumeric country code instead, such as 'US'.",
                "country_code_invalid", path);
    }

    [GeneratedRegex("^[A-Za-z]{2}$")]
    private static partial Regex Code();
}

/// <summary>Known to Stripe and accepted, but without effect in the sandbox.</summary>
internal sealed record IgnoredKind : Kind
{
    public override JsonNode? Read(FormNode form, string path) => null;
}
