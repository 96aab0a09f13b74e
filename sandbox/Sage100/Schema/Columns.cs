namespace Isthmus.Sandbox.Sage100.Schema;

/// <summary>Short words for writing table dictionaries.</summary>
internal static class Columns
{
    public static Column Text(string name, int length, int old = 0) =>
        new(name, ColumnType.Text) { Length = length, OldLength = old };

    public static Column Key(string name, int length, KeyFormat format = KeyFormat.Upper, string? lookup = null) =>
        new(name, ColumnType.Text) { Length = length, Format = format, Required = true, Lookup = lookup };

    public static Column Code(string name, int length, string? lookup = null, string preset = "",
        KeyFormat format = KeyFormat.ZeroFill) =>
        new(name, ColumnType.Text) { Length = length, Format = format, Lookup = lookup, Default = preset };

    public static Column Number(string name, int decimals = 2) =>
        new(name, ColumnType.Number) { Length = 15, Decimals = decimals };

    public static Column Date(string name) => new(name, ColumnType.Date) { Length = 8 };

    public static Column Flag(string name, string preset = "N") => Choice(name, preset, "Y", "N");

    public static Column Choice(string name, string preset, params IReadOnlyList<string> values) =>
        new(name, ColumnType.Flag) { Length = values.Max(v => v.Length), Values = values, Default = preset };

    public static Column Shown(this Column column) => column with { ReadOnly = true };

    public static Column Needed(this Column column) => column with { Required = true };

    /// <summary>Who wrote a master or header record, and when; Sage fills them.</summary>
    public static IEnumerable<Column> Audit() =>
    [
        Date("DateCreated").Own(), Time("TimeCreated").Own(), Text("UserCreatedKey", 10).Own(), Date("DateUpdated").Own(),
        Time("TimeUpdated").Own(), Text("UserUpdatedKey", 10).Own()
    ];

    private static Column Time(string name) => new(name, ColumnType.Time) { Length = 8 };

    private static Column Own(this Column column) => column with { ReadOnly = true, IsOwn = true };
}
