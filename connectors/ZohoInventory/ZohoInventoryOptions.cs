using Isthmus.Connectors.Http;
using Isthmus.Connectors.Options;
using Isthmus.Connectors.Zoho;

namespace Isthmus.Connectors.ZohoInventory;

/// <summary>How to reach one Zoho Inventory organisation. The API's own address comes from the access token (api_domain).</summary>
public sealed record ZohoInventoryOptions : ZohoAccountOptions, IConnectionOptions
{
    /// <summary>The id of the only Zoho Inventory connection.</summary>
    public const string Id = "zoho-inventory";

    /// <inheritdoc/>
    public string Connection => Id;

    /// <summary>The organisation's id: digits, from Settings, Organization profile, or the connection check.</summary>
    public string OrganizationId { get; init; } = "";

    /// <summary>The account that customer payments go to (a Stripe clearing account); empty for Zoho's default.</summary>
    public string DepositAccountId { get; init; } = "";

    /// <summary>Names of the secrets that secure the outgoing webhooks of Zoho's workflow rules: one, or two while one is being replaced.</summary>
    public IReadOnlyList<string> WebhookSecrets { get; init; } = [];

    /// <summary>What Zoho signs. Default: sorted pairs, then the body.</summary>
    public ZohoSignedText WebhookSignedText { get; init; } = ZohoSignedText.PairsAndBody;

    /// <summary>How Zoho writes the signature. Default: hexadecimal.</summary>
    public ZohoSignatureEncoding WebhookEncoding { get; init; } = ZohoSignatureEncoding.Hex;

    /// <summary>API names of the custom fields that the mappings write on sales orders; the connection check looks for them.</summary>
    public IReadOnlyList<string> SalesOrderFields { get; init; } = ["cf_stripe_payment_intent", "cf_stripe_charge"];

    /// <summary>Default: 100 calls a minute, 5 at once. Set PerDay to what the organisation's plan gives (Free 1,000; Standard 2,000; ...).</summary>
    public CallLimits Limits { get; init; } = new()
    {
        Calls = 100, Window = TimeSpan.FromMinutes(1), Concurrency = 5, LongestWait = TimeSpan.FromMinutes(2), TotalTimeout = TimeSpan.FromMinutes(4),
    };

    /// <inheritdoc/>
    public IReadOnlyList<OptionsProblem> Validate()
    {
        var problems = ValidateAccount(new OptionsProblems(""))
            .Unless(OrganizationId.Length > 0 && OrganizationId.All(char.IsAsciiDigit), nameof(OrganizationId), OrganizationId, "Give the organisation's id: digits only.")
            .Unless(DepositAccountId.All(char.IsAsciiDigit), nameof(DepositAccountId), DepositAccountId, "Give the account's id: digits only, or nothing.")
            .Under(nameof(Limits), Limits.Validate);
        for (var at = 0; at < WebhookSecrets.Count; at++) problems.Secret($"{nameof(WebhookSecrets)}:{at}", WebhookSecrets[at]);
        return problems.Found;
    }
}
