using System.Globalization;
using System.Text.RegularExpressions;

namespace Isthmus.Core.References;

/// <summary>What the cells of one column must look like.</summary>
internal sealed partial record ColumnType(string Name, IReadOnlyList<string> Words)
{
    public static readonly IReadOnlyList<string> Names = ["text", "whole", "decimal", "date", "fields"];

    public string Expected => Words.Count > 0 ? "one of " + string.Join(", ", Words) : Name switch
    {
        "whole" => "a whole number",
        "decimal" => "a number such as 0.8712",
        "date" => "a date such as 2026-11-21",
        "fields" => "fields such as City:30 or CountryCode:3:alpha3",
        _ => "text",
    };

    public bool Accepts(string cell) => Words.Count > 0 ? Words.Contains(cell, StringComparer.Ordinal) : Name switch
    {
        "whole" => int.TryParse(cell, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        "decimal" => decimal.TryParse(cell, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture, out _),
        "date" => DateOnly.TryParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "fields" => Fields().IsMatch(cell),
        _ => true,
    };

    [GeneratedRegex(@"^\w+(:\d{0,6}(:(code|name|alpha2|alpha3))?)?( \w+(:\d{0,6})?)*$")]
    private static partial Regex Fields();
}
