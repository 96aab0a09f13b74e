using System.Globalization;

namespace Isthmus.Sandbox.Sage300.Data;

/// <summary>A key as one text that sorts as its parts do.</summary>
internal static class EntityKey
{
    private const char Separator = '\u0001';

    public static string Of(params IEnumerable<object?> parts) => string.Join(Separator, parts.Select(Part));

    /// <summary>As people read it.</summary>
    public static string Shown(string key) => string.Join('/', key.Split(Separator).Select(part => part.TrimStart('\u0002', '0')));

    // Numbers come as wide as any, so that 10 follows 9.
    private static string Part(object? value) => value is decimal number
        ? "\u0002" + ((long)number).ToString("D20", CultureInfo.InvariantCulture) : (string)value!;
}
