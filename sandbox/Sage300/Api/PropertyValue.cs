using System.Globalization;
using System.Text.Json;
using Isthmus.Sandbox.Sage300.Schema;

namespace Isthmus.Sandbox.Sage300.Api;

/// <summary>Reads a value of a body as its property takes it.</summary>
internal static class PropertyValue
{
    public static object? Read(Property property, JsonElement value) => property.Kind switch
    {
        _ when value.ValueKind == JsonValueKind.Null => property.Default,
        Kind.Number => Number(property, value),
        Kind.Flag => value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : throw Wrong(property, value),
        Kind.Date => Day(property, Text(property, value)),
        Kind.Choice => Member(property, Text(property, value)),
        Kind.Code => Fitting(property, Text(property, value).Trim().ToUpperInvariant()),
        _ => Fitting(property, Text(property, value).TrimEnd())
    };

    private static string Text(Property property, JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : throw Wrong(property, value);

    private static string Fitting(Property property, string text) => text.Length <= property.Size
        ? text : throw WebApiError.Invalid($"{property.Name} is too long. It can have {property.Size} characters.");

    private static decimal Number(Property property, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetDecimal(out var number)) throw Wrong(property, value);
        return decimal.Round(number, property.Size) == number && Math.Abs(number) < 1_000_000_000_000_000m
            ? number : throw WebApiError.Invalid($"{property.Name} can have {property.Size} decimals.");
    }

    // The time of day is cut off; an offset is not looked at.
    private static DateOnly? Day(Property property, string text)
    {
        if (text.Length == 0) return null;
        return text.Length >= 10
            && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && (text.Length == 10 || DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _))
            ? day : throw WebApiError.Payload(
                $"Cannot convert the literal '{text}' to the expected type 'Edm.DateTimeOffset' of {property.Name}.");
    }

    private static string Member(Property property, string text)
    {
        if (property.Members.Contains(text)) return text;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1
            && number <= property.Members.Count
            ? property.Members[number - 1] : throw WebApiError.Payload($"The value '{text}' is not valid for {property.Name}.");
    }

    private static WebApiError Wrong(Property property, JsonElement value) =>
        WebApiError.Payload($"A value of {value.ValueKind} cannot be converted to the type of {property.Name} ({property.Kind}).");
}
