namespace Isthmus.Connectors.Sage100;

/// <summary>Columns whose values may say something about a person.</summary>
internal static class SageColumns
{
    private static readonly string[] PersonalParts =
        ["Name", "Address", "City", "Zip", "Telephone", "Fax", "Email", "Contact", "Confirm", "Comment", "URL", "SortField"];

    /// <summary>True also when no column is named, because then nothing is known of the value.</summary>
    public static bool IsPersonal(string? column) =>
        column is null || PersonalParts.Any(part => column.Contains(part, StringComparison.OrdinalIgnoreCase));
}
