using System.Text.Json;
using Isthmus.Sandbox.ZohoCrm.Api;
using Isthmus.Sandbox.ZohoCrm.Metadata;
using Isthmus.Sandbox.ZohoCrm.Organization;
using Isthmus.Sandbox.ZohoCrm.Records;

namespace Isthmus.Sandbox.ZohoCrm.Writing;

/// <summary>Reads one value as its field wants it (vendor notes, section 11); what is wrong becomes a problem.</summary>
internal sealed class ValueReading(Org org, List<Problem> problems)
{
    public object? Read(CrmField field, JsonElement value, string path) => field.Type switch
    {
        _ when value.ValueKind == JsonValueKind.Null => null,
        FieldType.Integer or FieldType.Double or FieldType.Currency or FieldType.Percent => Number(field, value, path),
        FieldType.Boolean when value.ValueKind is JsonValueKind.True or JsonValueKind.False => value.GetBoolean(),
        FieldType.Boolean => Wrong(field, path),
        FieldType.Lookup or FieldType.OwnerLookup => Link(field, value, path),
        FieldType.MultiSelect => Choices(field, value, path),
        FieldType.LineTax => Taxes(field, value, path),
        FieldType.Tags => Tags(field, value, path),
        _ => value.ValueKind == JsonValueKind.String ? Text(field, value.GetString()!, path) : Wrong(field, path),
    };

    private object? Text(CrmField field, string text, string path)
    {
        if (text.Length == 0) return null;
        if (text.Length > field.Length) return Refuse(Problem.TooLong(field.ApiName, path, field.Length));
        return field.Type switch
        {
            FieldType.Date when !Patterns.IsDate(text) => Refuse(Problem.Type(field.ApiName, path, "date")),
            FieldType.DateTime => CrmTime.TryRead(text, out var time) ? time
                : Refuse(Problem.Type(field.ApiName, path, "datetime")),
            FieldType.Email when !Patterns.IsEmail(text) => Refuse(Problem.Type(field.ApiName, path, "email")),
            FieldType.Phone when !Patterns.IsPhone(text) => Refuse(Problem.Type(field.ApiName, path, "phone")),
            FieldType.BigInt when !text.All(char.IsAsciiDigit) => Refuse(Problem.Type(field.ApiName, path, "bigint")),
            FieldType.PickList when !IsChoice(field, text) => NoChoice(field, path),
            _ => text,
        };
    }

    private object? Number(CrmField field, JsonElement value, string path)
    {
        if (!TryNumber(field, value, out var number)) return Wrong(field, path);
        if (field.Type == FieldType.Integer && number != decimal.Truncate(number)) return Wrong(field, path);
        var digits = decimal.Truncate(Math.Abs(number)).ToString(System.Globalization.CultureInfo.InvariantCulture).Length;
        if (digits > field.Length) return Refuse(Problem.TooLong(field.ApiName, path, field.Length));
        return Cut(number, field.Decimals);
    }

    /// <summary>The vendor's own samples send a line's discount as a text.</summary>
    private static bool TryNumber(CrmField field, JsonElement value, out decimal number)
    {
        if (value.ValueKind == JsonValueKind.Number) return value.TryGetDecimal(out number);
        number = 0;
        return field.ApiName == "Discount" && value.ValueKind == JsonValueKind.String
            && decimal.TryParse(value.GetString(), System.Globalization.CultureInfo.InvariantCulture, out number);
    }

    private static decimal Cut(decimal number, int decimals)
    {
        var scale = 1m;
        for (var i = 0; i < decimals; i++) scale *= 10;
        return decimal.Truncate(number * scale) / scale;
    }

    private object? Link(CrmField field, JsonElement value, string path)
    {
        if (value.ValueKind != JsonValueKind.Object) return Wrong(field, path);
        if (!value.TryGetProperty("id", out var id)) return Refuse(Problem.Missing("id", path + ".id"));
        var text = id.ValueKind is JsonValueKind.String or JsonValueKind.Number ? id.ToString() : null;
        if (!CrmCall.TryId(text, out var number) || !Exists(field, number))
            return Refuse(Problem.UnknownId(field.ApiName, path + ".id"));
        return number;
    }

    private bool Exists(CrmField field, long id) => field.Type == FieldType.OwnerLookup
        ? CrmUser.Find(id) is not null : org.Find(field.Target!)?.Records.Find(id) is not null;

    private object? Choices(CrmField field, JsonElement value, string path)
    {
        if (value.ValueKind != JsonValueKind.Array) return Wrong(field, path);
        var chosen = new List<string>();
        foreach (var choice in value.EnumerateArray())
        {
            if (choice.ValueKind != JsonValueKind.String) return Wrong(field, path);
            if (!IsChoice(field, choice.GetString()!)) return NoChoice(field, path);
            chosen.Add(choice.GetString()!);
        }
        return chosen.Count == 0 ? null : chosen.ToArray();
    }

    /// <summary>The stage of a deal is looked at with its pipeline.</summary>
    private bool IsChoice(CrmField field, string text) => org.Settings.PickLists == "open" || field.PickList.Count == 0
        || field is { Module: "Deals", ApiName: "Stage" } || field.PickList.Any(choice => choice.ActualValue == text);

    private object? Taxes(CrmField field, JsonElement value, string path)
    {
        if (value.ValueKind != JsonValueKind.Array) return Wrong(field, path);
        var taxes = new List<LineTax>();
        foreach (var tax in value.EnumerateArray())
        {
            if (tax.ValueKind != JsonValueKind.Object || !tax.TryGetProperty("name", out var name)
                || name.ValueKind != JsonValueKind.String || !tax.TryGetProperty("percentage", out var rate)
                || rate.ValueKind != JsonValueKind.Number) return Wrong(field, path);
            taxes.Add(new LineTax(name.GetString()!, rate.GetDecimal(), 0));
        }
        return taxes;
    }

    private object? Tags(CrmField field, JsonElement value, string path)
    {
        if (value.ValueKind != JsonValueKind.Array) return Wrong(field, path);
        return value.EnumerateArray().Where(tag => tag.ValueKind == JsonValueKind.Object && tag.TryGetProperty("name", out _))
            .Select(tag => tag.GetProperty("name").ToString()).ToArray();
    }

    private object? NoChoice(CrmField field, string path) =>
        Refuse(Problem.NotOneOf(field.ApiName, path, field.PickList.Select(choice => choice.ActualValue)));

    private object? Wrong(CrmField field, string path) => Refuse(Problem.Type(field.ApiName, path, field.Type.JsonName()));

    private object? Refuse(Problem problem)
    {
        problems.Add(problem);
        return null;
    }
}
