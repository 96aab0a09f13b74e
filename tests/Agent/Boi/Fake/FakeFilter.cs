using System.Text;
using System.Text.RegularExpressions;

namespace Isthmus.Agent.Tests.Boi.Fake;

/// <summary>As much of ProvideX's conditions as the agent writes.</summary>
internal static partial class FakeFilter
{
    public static bool Fits(Dictionary<string, object> record, string filter) =>
        filter.Split(" AND ").All(part => part.Trim('(', ')').Split(" OR ").Any(one => Holds(record, one)));

    private static bool Holds(Dictionary<string, object> record, string condition)
    {
        var parts = Condition().Match(condition);
        Assert.True(parts.Success, $"No condition that ProvideX reads: {condition}");
        var held = (string)record.GetValueOrDefault(parts.Groups[1].Value, "");
        var order = string.CompareOrdinal(held, Encoding.Latin1.GetString(Convert.FromHexString(parts.Groups[3].Value)));
        return parts.Groups[2].Value == "=" ? order == 0 : order >= 0;
    }

    [GeneratedRegex(@"^([A-Za-z_0-9]+\$)(=|>=)\$([0-9A-F]*)\$$")]
    private static partial Regex Condition();
}
