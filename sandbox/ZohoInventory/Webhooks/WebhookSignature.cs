using System.Security.Cryptography;
using System.Text;

namespace Isthmus.Sandbox.ZohoInventory.Webhooks;

/// <summary>
/// X-Zoho-Webhook-Signature: HMAC-SHA256 in hex over the query and form pairs, sorted by key and written without separators,
/// followed by the raw JSON body (notes, section 22).
/// </summary>
internal static class WebhookSignature
{
    public const string Header = "X-Zoho-Webhook-Signature";

    public static string Of(string secret, IEnumerable<KeyValuePair<string, string>> pairs, string body)
    {
        var text = new StringBuilder();
        foreach (var (key, value) in pairs.OrderBy(pair => pair.Key, StringComparer.Ordinal)) text.Append(key).Append(value);
        text.Append(body);
        var hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(text.ToString()));
        return Convert.ToHexStringLower(hash);
    }
}
