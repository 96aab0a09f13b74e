using System.Text.RegularExpressions;

namespace Isthmus.Sandbox.ZohoCrm.Writing;

/// <summary>What addresses and numbers must look like.</summary>
internal static partial class Patterns
{
    public static bool IsEmail(string text) => Email().IsMatch(text);

    public static bool IsPhone(string text) => Phone().IsMatch(text);

    public static bool IsDate(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, default, out _);

    [GeneratedRegex(@"^[^\s@<>()\[\],;:\\]+@[^\s@<>()\[\],;:\\.]+(\.[^\s@<>()\[\],;:\\.]+)*\.[\p{L}\p{N}-]{2,}$")]
    private static partial Regex Email();

    [GeneratedRegex(@"^\+?[\p{L}\p{N} ().,;/#*+:-]*[\p{L}\p{N}#]$")]
    private static partial Regex Phone();
}
