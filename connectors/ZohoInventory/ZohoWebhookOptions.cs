using Isthmus.Connectors.Options;

namespace Isthmus.Connectors.ZohoInventory;

/// <summary>How Zoho's webhooks are secured. Zoho documents the rule for Billing only, so that it can be set.</summary>
public sealed record ZohoWebhookOptions
{
    /// <summary>
    /// Names of the secrets that hold the webhooks' tokens: one, or two while one is being replaced; none refuses webhooks.
    /// </summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];

    /// <summary>What Zoho signs. Default: sorted pairs, then the body.</summary>
    public ZohoSignedText SignedText { get; init; } = ZohoSignedText.PairsAndBody;

    /// <summary>How Zoho writes the signature. Default: hexadecimal.</summary>
    public ZohoSignatureEncoding Encoding { get; init; } = ZohoSignatureEncoding.Hex;

    internal void Validate(OptionsProblems problems)
    {
        for (var at = 0; at < Secrets.Count; at++) problems.Secret($"{nameof(Secrets)}:{at}", Secrets[at]);
    }
}
