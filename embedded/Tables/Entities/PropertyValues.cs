using System.Globalization;

namespace Isthmus.Embedded.Tables.Entities;

/// <summary>The types of .NET and those of the table service, as the real client carries one into the other.</summary>
internal static class PropertyValues
{
    /// <summary>The stored form of a property.</summary>
    /// <exception cref="NotSupportedException">
    /// The real client would refuse the value, or could not read back what it wrote.
    /// </exception>
    public static object ToStored(string name, object value) => value switch
    {
        string or int or long or double or bool or Guid or byte[] or DateTimeOffset => value,
        BinaryData data => data.ToArray(),
        Enum choice => choice.ToString(),
        ulong number => unchecked((long)number),
        DateTime { Kind: DateTimeKind.Utc } moment => new DateTimeOffset(moment),
        DateTime moment => throw new NotSupportedException(
            $"Property '{name}': a DateTime of kind {moment.Kind} cannot be stored; give one in UTC, or a DateTimeOffset."),
        _ => throw new NotSupportedException(
            $"Property '{name}': a table has no type for {value.GetType()}. " +
            "Use string, int, long, double, bool, DateTimeOffset, Guid or bytes."),
    };

    /// <summary>
    /// Reads a stored value as <paramref name="type"/>. False: an enum that does not know the text, whose property stays as it
    /// is.
    /// </summary>
    /// <exception cref="InvalidCastException">The stored value is of another type.</exception>
    public static bool TryRead(string name, object stored, Type type, out object? value)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsEnum && stored is string text) return Enum.TryParse(type, text, out value);
        value = stored switch
        {
            _ when type.IsInstanceOfType(stored) => stored,
            byte[] bytes when type == typeof(BinaryData) => BinaryData.FromBytes(bytes),
            DateTimeOffset moment when type == typeof(DateTime) => moment.UtcDateTime,
            long number when type == typeof(ulong) => unchecked((ulong)number),
            int number when type == typeof(double) => Convert.ToDouble(number, CultureInfo.InvariantCulture),
            _ => throw new InvalidCastException(
                $"Property '{name}' is stored as {stored.GetType().Name} and cannot be read as {type.Name}."),
        };
        return true;
    }
}
