using System.Globalization;
using System.Text.Json;
using Isthmus.Sandbox.ZohoInventory.Api;

namespace Isthmus.Sandbox.ZohoInventory.Bodies;

/// <summary>What one field of a request may hold.</summary>
internal abstract class Field
{
    public static readonly Field Id = new IdField();
    public static readonly Field Flag = new KindField(JsonValueKind.True, JsonValueKind.False);
    public static readonly Field Number = new NumberField(whole: false);
    public static readonly Field Whole = new NumberField(whole: true);
    public static readonly Field Amount = new AmountField(percent: false);
    public static readonly Field Discount = new AmountField(percent: true);
    public static readonly Field Date = new DateField();
    public static readonly Field Email = new EmailField();
    public static readonly Field Any = new AnyField();

    public static Field Text(int max) => new TextField(max);

    public static Field OneOf(params string[] values) => new ChoiceField(values);

    public static Field Nested(Shape shape) => new NestedField(shape);

    public static Field Many(Shape shape) => new ManyField(shape);

    /// <exception cref="Refusal">The value is of another kind, too long, or none of the allowed ones.</exception>
    public abstract void Check(JsonElement value, string name);

    private sealed class KindField(params JsonValueKind[] kinds) : Field
    {
        public override void Check(JsonElement value, string name)
        {
            if (!kinds.Contains(value.ValueKind)) throw Refusal.Value(name);
        }
    }

    private sealed class NumberField(bool whole) : Field
    {
        public override void Check(JsonElement value, string name)
        {
            if (value.ValueKind != JsonValueKind.Number || !value.TryGetDecimal(out _)) throw Refusal.Value(name);
            if (whole && !value.TryGetInt32(out _)) throw Refusal.Value(name);
        }
    }

    private sealed class AmountField(bool percent) : Field
    {
        public override void Check(JsonElement value, string name)
        {
            if (value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out _)) return;
            if (value.ValueKind != JsonValueKind.String) throw Refusal.Value(name);
            var text = value.GetString()!;
            if (text.Length > 0) Amounts.Parse(percent ? text.TrimEnd('%') : text, name);
        }
    }

    private class TextField(int max) : Field
    {
        public override void Check(JsonElement value, string name)
        {
            if (value.ValueKind != JsonValueKind.String) throw Refusal.Value(name);
            if (value.GetString()!.Length > max) throw Refusal.TooLong(name, max);
        }
    }

    private sealed class IdField() : TextField(19)
    {
        public override void Check(JsonElement value, string name)
        {
            base.Check(value, name);
            if (!value.GetString()!.All(char.IsAsciiDigit)) throw Refusal.Value(name);
        }
    }

    private sealed class DateField() : TextField(10)
    {
        public override void Check(JsonElement value, string name)
        {
            if (value.ValueKind != JsonValueKind.String) throw Refusal.Value(name);
            var text = value.GetString()!;
            if (text.Length > 0
                && !DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
                throw Refusal.Value(name);
        }
    }

    private sealed class EmailField() : TextField(100)
    {
        public override void Check(JsonElement value, string name)
        {
            base.Check(value, name);
            var text = value.GetString()!;
            if (text.Length == 0) return;
            var at = text.IndexOf('@');
            if (at <= 0 || at != text.LastIndexOf('@') || at == text.Length - 1 || text.Any(char.IsWhiteSpace))
                throw Refusal.Value(name);
        }
    }

    private sealed class ChoiceField(string[] values) : Field
    {
        public override void Check(JsonElement value, string name)
        {
            if (value.ValueKind != JsonValueKind.String || !values.Contains(value.GetString())) throw Refusal.Value(name);
        }
    }

    private sealed class NestedField(Shape shape) : Field, IShaped
    {
        public Shape Shape { get; } = shape;

        public override void Check(JsonElement value, string name) => Shape.Check(value, name);
    }

    private sealed class ManyField(Shape shape) : Field, IShaped
    {
        public Shape Shape { get; } = shape;

        public override void Check(JsonElement value, string name)
        {
            if (value.ValueKind != JsonValueKind.Array) throw Refusal.Value(name);
            foreach (var element in value.EnumerateArray()) Shape.Check(element, name);
        }
    }

    private sealed class AnyField : Field
    {
        public override void Check(JsonElement value, string name) { }
    }
}

/// <summary>A field that holds objects of a shape.</summary>
internal interface IShaped
{
    Shape Shape { get; }
}
