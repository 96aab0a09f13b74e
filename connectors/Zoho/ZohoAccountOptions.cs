using Isthmus.Connectors.Options;

namespace Isthmus.Connectors.Zoho;

/// <summary>The OAuth client that acts for a Zoho organisation. Shared by every Zoho product.</summary>
public abstract record ZohoAccountOptions
{
    /// <summary>
    /// The accounts server of the organisation's data centre, such as <c>https://accounts.zoho.eu</c> (CA:
    /// <c>https://accounts.zohocloud.ca</c>).
    /// </summary>
    public Uri? AccountsServer { get; init; }

    /// <summary>Name of the secret that holds the client id (1000....).</summary>
    public string ClientIdSecret { get; init; } = "zoho-client-id";

    /// <summary>Name of the secret that holds the client secret.</summary>
    public string ClientSecretSecret { get; init; } = "zoho-client-secret";

    /// <summary>Name of the secret that holds the refresh token.</summary>
    public string RefreshTokenSecret { get; init; } = "zoho-refresh-token";

    internal OptionsProblems ValidateAccount(OptionsProblems problems) => problems
        .Address(nameof(AccountsServer), AccountsServer)
        .Secret(nameof(ClientIdSecret), ClientIdSecret)
        .Secret(nameof(ClientSecretSecret), ClientSecretSecret)
        .Secret(nameof(RefreshTokenSecret), RefreshTokenSecret);
}
