using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Isthmus.Core.Mapping.Running;

internal enum ValueKind : byte
{
    None,
    Json,
    Text,
    Number,
    Flag,
    /// <summary>A problem was reported already.</summary>
    Failed,
}

/// <summary>A scalar on its way from source to target. Numbers are decimals, never doubles.</summary>
internal readonly struct Value
{
    public static readonly Value Failed = new(ValueKind.Failed);

    private Value(ValueKind kind) => Kind = kind;

    public Value(string? text)
    {
        Kind = string.IsNullOrEmpty(text) ? ValueKind.None : ValueKind.Text;
        Text = text;
    }

    public Value(decimal number)
    {
        Kind = ValueKind.Number;
        Number = number;
    }

    public Value(bool flag)
    {
        Kind = ValueKind.Flag;
        Number = flag ? 1 : 0;
    }

    public Value(JsonElement json)
    {
        Kind = IsBlank(json) ? ValueKind.None : ValueKind.Json;
        Json = json;
    }

    public ValueKind Kind { get; }
    public JsonElement Json { get; }
    public string? Text { get; }
    public decimal Number { get; }
    public bool Exists => Kind is not (ValueKind.None or ValueKind.Failed);
    public bool IsFlag => Kind == ValueKind.Flag || (Kind == ValueKind.Json
        && Json.ValueKind is JsonValueKind.True or JsonValueKind.False);
    public bool IsStructure => Kind == ValueKind.Json && Json.ValueKind is JsonValueKind.Object or JsonValueKind.Array;
    public bool IsText => Kind == ValueKind.Text || (Kind == ValueKind.Json && Json.ValueKind == JsonValueKind.String);

    /// <summary>Vendors write nothing as null, as an empty text, or not at all; to a mapping it is the same.</summary>
    public static bool IsBlank(JsonElement json) =>
        json.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null
        || (json.ValueKind == JsonValueKind.String && JsonMarshal.GetRawUtf8Value(json).Length == 2);

    public string AsText() => Kind switch
    {
        ValueKind.Text => Text!,
        ValueKind.Number => Number.ToString(CultureInfo.InvariantCulture),
        ValueKind.Flag => Number == 1 ? "true" : "false",
        ValueKind.Json when Json.ValueKind == JsonValueKind.String => Json.GetString()!,
        ValueKind.Json => Json.GetRawText(),
        _ => "",
    };

    public bool TryNumber(out decimal number)
    {
        if (Kind == ValueKind.Number)
        {
            number = Number;
            return true;
        }
        if (Kind == ValueKind.Json && Json.ValueKind == JsonValueKind.Number)
            return Json.TryGetDecimal(out number);
        number = 0;
        return IsText && decimal.TryParse(
            AsText(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
    }
}
