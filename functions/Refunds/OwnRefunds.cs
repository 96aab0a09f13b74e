using System.Text.Json;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.Refunds;

/// <summary>Tells refunds that we made, on behalf of Zoho, from those that were made in Stripe.</summary>
internal static class OwnRefunds
{
    /// <summary>The metadata key that holds our own key.</summary>
    public const string KeyName = "isthmus_refund";

    private static readonly string[] Prefixes = ["re_", "pyr_", "dp_", "du_"];

    /// <summary>True when we made it, or somebody who named the credit note it pays.</summary>
    public static bool IsOurs(JsonElement refund) => Key(refund) is not null || Metadata(refund, "zoho_creditnote_id") is not null;

    /// <summary>Our own key of it, or null.</summary>
    public static string? Key(JsonElement refund) => Metadata(refund, KeyName);

    /// <summary>True for our key, and for it with the number of a later try.</summary>
    public static bool IsOf(JsonElement refund, string key) =>
        Key(refund) is { } own && (own == key || own.StartsWith(key + ":", StringComparison.Ordinal));

    /// <summary>The run that made it, or null.</summary>
    public static string? Run(JsonElement refund) => Metadata(refund, "isthmus_run");

    /// <summary>
    /// True for an id of a refund, as Zoho's reference numbers hold it; or of a dispute that was lost, whose money went back as well.
    /// </summary>
    public static bool IsRefundId(string? text) =>
        text is not null && Prefixes.Any(prefix => text.StartsWith(prefix, StringComparison.Ordinal));

    private static string? Metadata(JsonElement refund, string name) =>
        refund.ValueKind == JsonValueKind.Object && refund.TryGetProperty("metadata", out var metadata)
        && metadata.FindText(name) is { Length: > 0 } text ? text : null;
}
