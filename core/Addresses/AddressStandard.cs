using Isthmus.Core.Canonical;
using Isthmus.Core.References;

namespace Isthmus.Core.Addresses;

/// <summary>One value of a fitted address.</summary>
/// <param name="Field">The target system's field.</param>
/// <param name="Text">What belongs in it.</param>
public readonly record struct FittedValue(string Field, string Text);

/// <summary>Something that a target's fields cannot hold.</summary>
/// <param name="Field">The field that is too small, or cannot be filled.</param>
/// <param name="Text">What did not fit.</param>
/// <param name="Message">Why.</param>
public readonly record struct AddressLoss(string Field, string Text, string Message);

/// <summary>An address in a system's fields.</summary>
/// <param name="Values">The fields that have a value, in the format's order.</param>
/// <param name="Losses">What did not fit; empty when nothing was lost.</param>
public sealed record FittedAddress(IReadOnlyList<FittedValue> Values, IReadOnlyList<AddressLoss> Losses);

/// <summary>
/// Standardises addresses (ISO countries and states, postal forms) and fits them to a system's fields and lengths.
/// </summary>
public sealed class AddressStandard(ReferenceTables tables)
{
    private readonly Countries _countries = new(tables);
    private readonly Subdivisions _subdivisions = new(tables.Get(Subdivisions.TableName));
    private readonly PostalCodes _postalCodes = new(tables.Get(PostalCodes.TableName));

    /// <summary>
    /// Fits an address. Nothing is lost silently: what fits nowhere is a loss, and the value is then shortened.
    /// </summary>
    public FittedAddress Fit(Address address, AddressFormat format)
    {
        var values = new List<FittedValue>(8);
        var losses = new List<AddressLoss>();
        var country = Country(address, losses);
        var state = State(address, country, format.State);
        var lines = Lines(address);
        if (state is not null && (format.State is null || state.Length > format.State.Length))
        {
            lines.Add(state);
            state = null;
        }
        Add(format.Name, address.Name);
        AddLines(format, lines, values, losses);
        Add(format.City, address.City);
        Add(format.State, state);
        Add(format.PostalCode, address.PostalCode is { } code ? _postalCodes.Standardise(country ?? "", code) : null);
        Add(format.Country, country is null ? null : CountryIn(format.Country, country));
        Add(format.Phone, address.Phone);
        return new(values, losses);

        void Add(AddressField? field, string? text)
        {
            if (field is null || string.IsNullOrWhiteSpace(text))
                return;
            var spaced = Spaced(text);
            if (spaced.Length <= field.Length)
            {
                values.Add(new(field.Name, spaced));
                return;
            }
            var (fitted, rest) = LineFitter.Fit([spaced], [field.Length]);
            if (fitted.Count > 0)
                values.Add(new(field.Name, fitted[0]));
            if (rest.Length > 0)
                losses.Add(new(field.Name, text, $"{text.Length} characters; the target holds {field.Length}."));
        }
    }

    private string? Country(Address address, List<AddressLoss> losses)
    {
        if (string.IsNullOrWhiteSpace(address.Country))
            return null;
        var alpha2 = _countries.Alpha2(address.Country);
        if (alpha2 is null && !_countries.SaysNone(address.Country))
            losses.Add(new("country", address.Country, "No country has this code or name."));
        return alpha2;
    }

    private string? State(Address address, string? country, AddressField? field)
    {
        if (string.IsNullOrWhiteSpace(address.State))
            return null;
        if (country is null || !_subdivisions.Covers(country))
            return Spaced(address.State);
        var code = _subdivisions.Code(country, address.State);
        return code is null ? Spaced(address.State) : field?.Form == "name" ? _subdivisions.Name(country, code) : code;
    }

    private string? CountryIn(AddressField? field, string alpha2) => field?.Form switch
    {
        "alpha3" => _countries.Alpha3(alpha2),
        "name" => _countries.Name(alpha2),
        _ => alpha2,
    };

    private static List<string> Lines(Address address) =>
        string.IsNullOrWhiteSpace(address.Line1)
            ? string.IsNullOrWhiteSpace(address.Line2) ? [] : [Spaced(address.Line2)]
            : string.IsNullOrWhiteSpace(address.Line2) ? [Spaced(address.Line1)] : [Spaced(address.Line1), Spaced(address.Line2)];

    private static string Spaced(string text) => text.AsSpan().IndexOfAnyInRange('\0', '\x1f') < 0
        && !text.Contains("  ", StringComparison.Ordinal) && text[0] != ' ' && text[^1] != ' '
        ? text
        : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private static void AddLines(
        AddressFormat format, List<string> lines, List<FittedValue> values, List<AddressLoss> losses)
    {
        var fields = format.Lines;
        if (lines.Count == 0 || fields.Count == 0)
            return;
        var (fitted, rest) = LineFitter.Fit(lines, format.LineLengths);
        for (var i = 0; i < fitted.Count; i++)
            values.Add(new(fields[i].Name, fitted[i]));
        if (rest.Length > 0)
            losses.Add(new(fields[^1].Name, rest,
                $"The street does not fit in {fields.Count} line(s) of {fields.Max(f => f.Length)}."));
    }
}
