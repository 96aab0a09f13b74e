namespace Isthmus.Sandbox.Intacct.Data;

/// <summary>What a field holds; the names are those that lookup tells.</summary>
internal enum FieldKind { Text, Integer, Boolean, Date, Timestamp, Enum, Decimal }

/// <summary>A field of an object.</summary>
/// <param name="Name">Its integration name.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Length">The most characters; 0 for no limit.</param>
/// <param name="Required">Whether a record must have it.</param>
/// <param name="Values">The values allowed; none for any.</param>
/// <param name="Target">The object and field that a value must be found in, as CUSTTYPE.NAME; null for none.</param>
internal sealed record FieldType(string Name, FieldKind Kind, int Length, bool Required, IReadOnlyList<string> Values, string? Target)
{
    public bool ReadOnly { get; init; }

    /// <summary>
    /// Reads <c>NAME:100!</c> (length, required), <c>ONHOLD:bool</c>, <c>STATUS=active|inactive</c>, <c>CUSTTYPE>CUSTTYPE.NAME</c>,
    /// and a ~ behind any of them for one that cannot be written.
    /// </summary>
    public static FieldType Parse(string text)
    {
        var readOnly = text.EndsWith('~');
        var rest = text.TrimEnd('~');
        var required = rest.EndsWith('!');
        rest = rest.TrimEnd('!');
        var target = Cut(ref rest, '>');
        var values = Cut(ref rest, '=')?.Split('|') ?? [];
        var shape = Cut(ref rest, ':');
        var kind = shape switch
        {
            "bool" => FieldKind.Boolean, "int" => FieldKind.Integer, "date" => FieldKind.Date, "time" => FieldKind.Timestamp,
            "dec" => FieldKind.Decimal, _ => values.Length > 0 ? FieldKind.Enum : FieldKind.Text,
        };
        var length = int.TryParse(shape, out var given) ? given : 0;
        return new FieldType(rest, kind, length, required, values, target) { ReadOnly = readOnly };
    }

    private static string? Cut(ref string text, char at)
    {
        var place = text.IndexOf(at);
        if (place < 0) return null;
        var cut = text[(place + 1)..];
        text = text[..place];
        return cut;
    }
}
