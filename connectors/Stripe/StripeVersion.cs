using System.Text.RegularExpressions;

namespace Isthmus.Connectors.Stripe;

/// <summary>Stripe's version names: a date, and since 2024-09-30 a train that may break others.</summary>
internal static partial class StripeVersion
{
    public static bool IsValid(string version) => Pattern().IsMatch(version);

    /// <summary>Versions of one train differ by additions only, so what reads one reads the other.</summary>
    public static bool SameTrain(string one, string? other) =>
        one == other || (Train(one) is { } train && other is not null && train == Train(other));

    private static string? Train(string version) => version.Split('.') is [_, var train] ? train : null;

    [GeneratedRegex(@"^20\d\d-\d\d-\d\d(\.[a-z]+)?$")]
    private static partial Regex Pattern();
}
