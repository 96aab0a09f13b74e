using System.Globalization;
using Isthmus.Core.References;

namespace Isthmus.Core.Addresses;

/// <summary>One field of a system's address: its name, its length, and which form of a value belongs in it.</summary>
/// <param name="Name">The system's name of the field.</param>
/// <param name="Length">Characters it holds.</param>
/// <param name="Form">For a country: alpha2, alpha3 or name; for a state: code or name.</param>
public sealed record AddressField(string Name, int Length, string Form);

/// <summary>
/// The fields of a system's address. Written in the table as <c>AddressLine1:30 AddressLine2:30</c>,
/// <c>CountryCode:3:alpha3</c>.
/// </summary>
public sealed class AddressFormat
{
    /// <summary>The reference table behind it.</summary>
    public const string TableName = "address-formats";

    private AddressFormat(ReferenceTable table, ReferenceRow row)
    {
        Lines = Fields(table.Cell(row, "lines"));
        LineLengths = [.. Lines.Select(field => field.Length)];
        Name = Fields(table.Cell(row, "name")).FirstOrDefault();
        City = Fields(table.Cell(row, "city")).FirstOrDefault();
        State = Fields(table.Cell(row, "state")).FirstOrDefault();
        PostalCode = Fields(table.Cell(row, "postalCode")).FirstOrDefault();
        Country = Fields(table.Cell(row, "country")).FirstOrDefault();
        Phone = Fields(table.Cell(row, "phone")).FirstOrDefault();
    }

    /// <summary>Street lines, in order.</summary>
    public IReadOnlyList<AddressField> Lines { get; }
    internal IReadOnlyList<int> LineLengths { get; }
    /// <summary>Person or department.</summary>
    public AddressField? Name { get; }
    /// <summary>Town.</summary>
    public AddressField? City { get; }
    /// <summary>State or province.</summary>
    public AddressField? State { get; }
    /// <summary>Postal code.</summary>
    public AddressField? PostalCode { get; }
    /// <summary>Country.</summary>
    public AddressField? Country { get; }
    /// <summary>Telephone.</summary>
    public AddressField? Phone { get; }

    /// <summary>The format of that name; null when the table has none.</summary>
    public static AddressFormat? Find(ReferenceTable table, string name) =>
        table.Rows.FirstOrDefault(row => row.Key == name) is { } row ? new(table, row) : null;

    private static AddressField[] Fields(string? cell) =>
        [.. (cell ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Field)];

    private static AddressField Field(string text)
    {
        var parts = text.Split(':');
        return new(parts[0], parts.Length > 1 && parts[1].Length > 0
            ? int.Parse(parts[1], CultureInfo.InvariantCulture) : int.MaxValue, parts.Length > 2 ? parts[2] : "");
    }
}
