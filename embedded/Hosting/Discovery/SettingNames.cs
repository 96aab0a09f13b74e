using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace Isthmus.Embedded.Hosting.Discovery;

/// <summary>Puts the values of settings in the place of <c>%Name%</c>.</summary>
internal static partial class SettingNames
{
    public static string Resolve(IConfiguration configuration, string text, Func<string, string> missing) =>
        Pattern().Replace(text, match => configuration[match.Groups[1].Value] ?? missing(match.Groups[1].Value));

    [GeneratedRegex("%([^%]+)%")]
    private static partial Regex Pattern();
}
