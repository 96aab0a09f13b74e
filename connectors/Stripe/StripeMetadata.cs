using Isthmus.Core.Failures;

namespace Isthmus.Connectors.Stripe;

/// <summary>
/// Stripe's limits on metadata: 50 keys of 40 characters without brackets, values of 500. Source: Stripe, Metadata.
/// </summary>
internal static class StripeMetadata
{
    public static void Require(IReadOnlyDictionary<string, string> metadata)
    {
        if (metadata.Count > 50) throw Refuse("metadata", $"{metadata.Count} keys; 50 are allowed.");
        foreach (var (key, value) in metadata)
        {
            if (key.Length is 0 or > 40 || key.AsSpan().IndexOfAny('[', ']') >= 0)
                throw Refuse("metadata", $"The key '{key}' must have 1 to 40 characters and no brackets.");
            if (value.Length > 500) throw Refuse($"metadata[{key}]", $"{value.Length} characters; 500 are allowed.");
        }
    }

    private static FailureException Refuse(string field, string message) => new(new Failure(
        FailureClass.Validation, StripeOptions.Id, "write metadata", "metadata-limit", message,
        "Shorten it in the mapping.") { Field = field });
}
