using System.Buffers;
using System.Globalization;

namespace Isthmus.Embedded.Tables.Entities;

/// <summary>What the table service accepts.</summary>
internal static class EntityRules
{
    private const int KeyCharacters = 512;
    private const int TextCharacters = 32 * 1024;
    private const int BinaryBytes = 64 * 1024;
    private const int EntityBytes = 1024 * 1024;
    private const int OwnProperties = 252;
    private const int NameCharacters = 255;

    private static readonly SearchValues<char> NotInKeys =
        SearchValues.Create([.. "/\\#?", .. Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(char.IsControl)]);

    private static readonly DateTimeOffset Earliest = new(1601, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>3 to 63 letters and digits, the first a letter; <c>tables</c> is taken.</summary>
    public static void CheckTableName(string table)
    {
        if (table.Length is < 3 or > 63) throw TableErrors.OutOfRange("TableName");
        if (!char.IsAsciiLetter(table[0]) || !table.All(char.IsAsciiLetterOrDigit)
            || table.Equals("tables", StringComparison.OrdinalIgnoreCase))
            throw TableErrors.InvalidTableName();
    }

    public static void CheckKey(string name, string? key)
    {
        if (key is null) throw TableErrors.KeyMissing();
        if (key.Length > KeyCharacters) throw TableErrors.KeyTooLarge();
        if (key.AsSpan().ContainsAny(NotInKeys)) throw TableErrors.OutOfRange(name);
    }

    public static void CheckProperties(Dictionary<string, object> properties)
    {
        foreach (var (name, value) in properties)
        {
            CheckName(name);
            CheckValue(name, value);
        }
    }

    /// <summary>The rules on a whole entity, once what is merged is merged.</summary>
    public static void CheckWhole(string partitionKey, string rowKey, Dictionary<string, object> properties)
    {
        if (properties.Count > OwnProperties) throw TableErrors.TooManyProperties();
        if (Size(partitionKey, rowKey, properties) > EntityBytes) throw TableErrors.EntityTooLarge();
    }

    /// <summary>
    /// The size that the service counts: UTF-16 text, eight bytes and the name for each property, and the keys.
    /// </summary>
    public static int Size(string partitionKey, string rowKey, Dictionary<string, object> properties)
    {
        var size = 4 + (2 * (partitionKey.Length + rowKey.Length));
        foreach (var (name, value) in properties) size += 8 + (2 * name.Length) + Size(value);
        return size;
    }

    private static int Size(object value) => value switch
    {
        string text => 4 + (2 * text.Length),
        byte[] bytes => 4 + bytes.Length,
        bool => 1,
        int => 4,
        Guid => 16,
        _ => 8,
    };

    private static void CheckName(string name)
    {
        if (name.Length > NameCharacters) throw TableErrors.PropertyNameLength();
        if (name.Length == 0 || !IsNameStart(name[0])) throw TableErrors.PropertyName(name);
        foreach (var c in name)
        {
            if (!IsNameStart(c) && !char.IsDigit(c) && !IsNamePart(c)) throw TableErrors.PropertyName(name);
        }
    }

    private static bool IsNameStart(char c) => char.IsLetter(c) || c == '_';

    private static bool IsNamePart(char c) => char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark
        or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.ConnectorPunctuation or UnicodeCategory.Format;

    private static void CheckValue(string name, object value)
    {
        if (value is string { Length: > TextCharacters } or byte[] { Length: > BinaryBytes })
            throw TableErrors.PropertyTooLarge(name);
        if (value is DateTimeOffset moment && moment < Earliest) throw TableErrors.OutOfRange(name);
    }
}
