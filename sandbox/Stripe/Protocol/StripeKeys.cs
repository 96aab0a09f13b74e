using System.Text;

namespace Isthmus.Sandbox.Stripe.Protocol;

/// <summary>Secret keys, as Basic user name or Bearer token; the key decides between test and live.</summary>
internal static class StripeKeys
{
    public const string Test = "sk_test_sandbox";
    public const string Live = "sk_live_sandbox";

    /// <summary>Whether the call is live; throws 401 without a valid key.</summary>
    public static bool Livemode(HttpRequest request)
    {
        var key = KeyOf(request.Headers.Authorization.ToString());
        if (string.IsNullOrEmpty(key))
            throw Refuse.Unauthorized("You did not provide an API key. You need to provide your API key in the Authorization header, "
                + "using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').");
        if (key.StartsWith("sk_expired", StringComparison.Ordinal))
            throw Refuse.Unauthorized("Expired API Key provided: " + Masked(key), "api_key_expired");
        if (key.StartsWith("pk_", StringComparison.Ordinal))
            throw new StripeException(403, "invalid_request_error", "This API call cannot be made with a publishable API key. "
                + "Please use a secret API key. You can find a list of your API keys at https://dashboard.stripe.com/account/apikeys.")
                { Code = "secret_key_required" };
        if (key is Test or "rk_test_sandbox") return false;
        if (key is Live or "rk_live_sandbox") return true;
        throw Refuse.Unauthorized($"Invalid API Key provided: {Masked(key)}");
    }

    private static string? KeyOf(string header)
    {
        if (header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)) return header[7..].Trim();
        if (!header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase)) return null;
        try { return Encoding.UTF8.GetString(Convert.FromBase64String(header[6..].Trim())).Split(':')[0]; }
        catch (FormatException) { return null; }
    }

    private static string Masked(string key) => key.Length <= 12
        ? new string('*', key.Length)
        : $"{key[..8]}{new string('*', key.Length - 12)}{key[^4..]}";
}
