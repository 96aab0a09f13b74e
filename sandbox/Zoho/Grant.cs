namespace Isthmus.Sandbox.Zoho;

/// <summary>A refresh token: what a client may do for one user until it is revoked.</summary>
internal sealed class Grant
{
    public required string RefreshToken { get; init; }

    public required string ClientId { get; init; }

    public required string ClientSecret { get; init; }

    public required string[] Scopes { get; init; }

    public bool IsRevoked { get; set; }

    /// <summary>When access tokens were minted, within the throttle's window.</summary>
    public List<DateTimeOffset> Minted { get; set; } = [];
}

/// <summary>An access token. It lives an hour.</summary>
internal sealed record AccessToken(string Token, string RefreshToken, string[] Scopes, DateTimeOffset Expires)
{
    /// <summary>Whether it covers a scope such as "ZohoInventory.contacts.CREATE".</summary>
    public bool Covers(string scope)
    {
        var all = scope[..(scope.LastIndexOf('.') + 1)] + "ALL";
        var everything = scope[..scope.IndexOf('.')] + ".FullAccess.all";
        return Array.Exists(Scopes, given => Same(given, scope) || Same(given, all) || Same(given, everything));
    }

    private static bool Same(string left, string right) => left.Equals(right, StringComparison.OrdinalIgnoreCase);
}
