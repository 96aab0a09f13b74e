using System.Text.RegularExpressions;

namespace Isthmus.Functions.MasterData.Records;

/// <summary>Fields of the CRM that tell who somebody is; people are shown that they change, not what they say.</summary>
internal static partial class Personal
{
    public const string Mask = "***";

    /// <summary>The value as people may see it.</summary>
    public static string? Shown(string field, string? value) => value is { Length: > 0 } && Tells().IsMatch(field) ? Mask : value;

    [GeneratedRegex(
        "name|email|phone|mobile|fax|street|city|zip|postal|(billing|shipping|mailing|other)_(code|state)|website|birth|skype|twitter|tax"
            + "|description",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Tells();
}
