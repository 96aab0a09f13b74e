namespace Isthmus.Sandbox.Sage100.Schema;

/// <summary>User-defined fields: text columns that a company added to a table.</summary>
internal static class UserFields
{
    public const int Length = 100;

    /// <summary>What a line is called where it comes from.</summary>
    public const string Line = "UDF_EXTERNAL_LINE";

    public static IEnumerable<Column> Of(params IEnumerable<string> names) => names.Select(name => Columns.Text(name, Length));
}
