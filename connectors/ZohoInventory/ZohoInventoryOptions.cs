using Isthmus.Connectors.Http;
using Isthmus.Connectors.Options;
using Isthmus.Connectors.Zoho;

namespace Isthmus.Connectors.ZohoInventory;

/// <summary>
/// How to reach one Zoho Inventory organisation. The API's own address comes from the access token (api_domain).
/// </summary>
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

    /// <summary>How the outgoing webhooks of Zoho's workflow rules are secured.</summary>
    public ZohoWebhookOptions Webhook { get; init; } = new();

    /// <summary>
    /// API names of the custom fields that the mappings write on sales orders; the connection check looks for them.
    /// </summary>
    public IReadOnlyList<string> SalesOrderFields { get; init; } = ["cf_stripe_payment_intent", "cf_stripe_charge"];

    /// <summary>
    /// Default: 100 calls a minute, 5 at once. Set PerDay to what the organisation's plan gives (Free 1,000; Standard 2,000;
    /// ...).
    /// </summary>
    public CallLimits Limits { get; init; } = new()
    {
        Calls = 100, Window = TimeSpan.FromMinutes(1), Concurrency = 5, LongestWait = TimeSpan.FromMinutes(2),
        TotalTimeout = TimeSpan.FromMinutes(4),
    };

    /// <inheritdoc/>
    public IReadOnlyList<OptionsProblem> Validate()
    {
        return ValidateAccount(new OptionsProblems(""))
            .Unless(IsDigits(OrganizationId), nameof(OrganizationId), OrganizationId, "Give the organisation's id: digits only.")
            .Unless(DepositAccountId.Length == 0 || IsDigits(DepositAccountId),
                nameof(DepositAccountId), DepositAccountId, "Give the account's id: digits only, or nothing.")
            .Under(nameof(Webhook), Webhook.Validate)
            .Under(nameof(Limits), Limits.Validate)
            .Found;
    }

    private static bool IsDigits(string id) => id.Length > 0 && id.All(char.IsAsciiDigit);
}
