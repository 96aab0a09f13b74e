namespace Isthmus.Sandbox.Zoho;

/// <summary>The grants and tokens of the accounts server.</summary>
internal sealed class AccountsState
{
    public List<Grant> Grants { get; set; } = [Default()];

    public List<AccessToken> Tokens { get; set; } = [];

    private static Grant Default() => new()
    {
        RefreshToken = "1000.sandbox.refresh",
        ClientId = "1000.SANDBOX",
        ClientSecret = "zoho-sandbox-secret",
        Scopes = ["ZohoInventory.FullAccess.all"],
    };
}
