using System.ComponentModel;
using System.Globalization;

namespace Isthmus.Embedded.Hosting.Http;

/// <summary>Text of a route as the type of a parameter.</summary>
internal static class RouteValue
{
    public static bool CanBe(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain == typeof(string) || plain.IsEnum || plain.IsPrimitive || plain == typeof(Guid) || plain == typeof(decimal)
            || plain == typeof(DateTime) || plain == typeof(DateTimeOffset) || plain == typeof(DateOnly);
    }

    public static bool TryRead(string text, Type type, out object? value)
    {
        try
        {
            value = TypeDescriptor.GetConverter(Nullable.GetUnderlyingType(type) ?? type).ConvertFrom(null, CultureInfo.InvariantCulture, text);
            return true;
        }
        catch (Exception failure) when (failure is FormatException or ArgumentException or NotSupportedException)
        {
            value = null;
            return false;
        }
    }
}
