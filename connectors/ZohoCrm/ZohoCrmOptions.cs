using Isthmus.Connectors.Http;
using Isthmus.Connectors.Options;
using Isthmus.Connectors.Zoho;

namespace Isthmus.Connectors.ZohoCrm;

/// <summary>
/// How to reach one Zoho CRM organisation. The API's own address comes with each access token (api_domain) and is never made of
/// the accounts server's.
/// </summary>
public sealed record ZohoCrmOptions : ZohoAccountOptions, IConnectionOptions
{
    /// <summary>The id of the only Zoho CRM connection.</summary>
    public const string Id = "zoho-crm";

    /// <summary>
    /// The defaults; the names of the secrets differ from Zoho Inventory's, because the products are consented apart.
    /// </summary>
    public ZohoCrmOptions() => (ClientIdSecret, ClientSecretSecret, RefreshTokenSecret) =
        ("zoho-crm-client-id", "zoho-crm-client-secret", "zoho-crm-refresh-token");

    /// <inheritdoc/>
    public string Connection => Id;

    /// <summary>True when the connection is configured; flows over it are off otherwise.</summary>
    public bool IsSetUp => AccountsServer is not null;

    /// <summary>
    /// The unique text field, made in every module that is written, that holds our key of a record. Default: Isthmus_Key.
    /// </summary>
    public string KeyField { get; init; } = "Isthmus_Key";

    /// <summary>How the CRM tells of changes.</summary>
    public CrmChannelOptions Channels { get; init; } = new();

    /// <summary>
    /// API credits that may be used in any 24 hours; null for what the edition gives: 50,000 and a share for each user (Free:
    /// 5,000).
    /// </summary>
    public int? CreditsPerDay { get; init; }

    /// <summary>Credits that are left to others: with fewer remaining, calls wait. 0 to 1,000,000; default 500.</summary>
    public int CreditReserve { get; init; } = 500;

    /// <summary>
    /// Calls that Zoho counts as heavy (writes of more than 10 records, COQL, sorted lists) under way at once: 1 to 10, of
    /// which an organisation's programs have 10 together. Default 5.
    /// </summary>
    public int HeavyConcurrency { get; init; } = 5;

    /// <summary>
    /// Default: 10 calls at once; fewer where the edition allows only fewer (Free 5). Editions from Professional allow 15 to 25.
    /// </summary>
    public CallLimits Limits { get; init; } = new()
    {
        Calls = 50, Concurrency = 10, RetryPause = TimeSpan.FromSeconds(2), TotalTimeout = TimeSpan.FromMinutes(4),
    };

    /// <inheritdoc/>
    public IReadOnlyList<OptionsProblem> Validate() => ValidateAccount(new OptionsProblems(""))
        .Unless(IsApiName(KeyField), nameof(KeyField), KeyField, "Give the field's API name: letters, digits, underscores.")
        .Between(nameof(CreditsPerDay), CreditsPerDay ?? 1, 1, 100_000_000)
        .Between(nameof(CreditReserve), CreditReserve, 0, 1_000_000)
        .Between(nameof(HeavyConcurrency), HeavyConcurrency, 1, 10)
        .Under(nameof(Channels), Channels.Validate)
        .Under(nameof(Limits), Limits.Validate)
        .Found;

    private static bool IsApiName(string name) =>
        name.Length is > 0 and <= 100 && char.IsAsciiLetter(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');
}
