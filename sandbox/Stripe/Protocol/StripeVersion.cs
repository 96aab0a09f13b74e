using System.Text.RegularExpressions;

namespace Isthmus.Sandbox.Stripe.Protocol;

/// <summary>API versions: a date, since 2024-09-30 with the name of its train.</summary>
internal static partial class StripeVersion
{
    public const string AccountDefault = "2026-07-29.dahlia";

    public static string Of(HttpRequest request)
    {
        var asked = request.Headers["Stripe-Version"].ToString();
        return asked.Length == 0 ? AccountDefault : Checked(asked);
    }

    public static string Checked(string version) => Pattern().IsMatch(version)
        ? version
        : throw Refuse.Bad($"Invalid Stripe API version: {version}. Please see https://stripe.com/docs/api/versioning.");

    [GeneratedRegex(@"^20\d\d-\d\d-\d\d(\.(acacia|basil|clover|dahlia|endive|preview))?$")]
    private static partial Regex Pattern();
}
