using System.Text.Json;
using Isthmus.Connectors.Json;

namespace Isthmus.Connectors.Zoho;

/// <summary>An access token, the server it is for, and until when it holds.</summary>
internal sealed class ZohoToken(string value, Uri apiDomain, string scope, DateTimeOffset minted, TimeSpan life)
{
    /// <summary>The token itself: for the Authorization header only.</summary>
    public string Value { get; } = value;

    public Uri ApiDomain { get; } = apiDomain;

    public string Scope { get; } = scope;

    public DateTimeOffset Minted { get; } = minted;

    public DateTimeOffset Expires { get; } = minted + life;

    /// <summary>Null when the answer holds no usable token.</summary>
    public static ZohoToken? TryRead(JsonElement answer, DateTimeOffset now)
    {
        if (answer.Text("access_token") is not { Length: > 0 } value || !value.All(FitsAHeader)) return null;
        if (!Uri.TryCreate(answer.Text("api_domain"), UriKind.Absolute, out var domain)) return null;
        if (domain.Scheme != Uri.UriSchemeHttps && !domain.IsLoopback) return null;
        // Where the older name is there too, expires_in counts milliseconds.
        var seconds = answer.Whole("expires_in_sec") ?? answer.Whole("expires_in") ?? 3600;
        var life = TimeSpan.FromSeconds(Math.Clamp(seconds, 0, 86_400));
        return new ZohoToken(value, domain, answer.Text("scope") ?? "", now, life);
    }

    private static bool FitsAHeader(char c) => c is > ' ' and <= '~';
}
