using System.Security.Cryptography;
using System.Text;
using Isthmus.Connectors.Http;

namespace Isthmus.Connectors.ZohoInventory;

/// <summary>
/// The <c>X-Zoho-Webhook-Signature</c> of Zoho's workflow webhooks: HMAC-SHA256 keyed with the webhook's token. It holds no time,
/// so replays must be caught by what was taken already. Source: Zoho Billing, Securing webhooks.
/// </summary>
public static class ZohoSignature
{
    /// <summary>The header that carries it.</summary>
    public const string HeaderName = "X-Zoho-Webhook-Signature";

    /// <summary>Verifies the raw bytes, before anything reads them. Takes the same time for every wrong signature.</summary>
    /// <param name="body">The request's body as it came. For a form, the pairs are read from it and it is not appended
    /// again.</param>
    /// <param name="contentType">The body's content type; a form's pairs count as pairs.</param>
    /// <param name="query">The query's pairs, decoded.</param>
    /// <param name="header">The value of the header.</param>
    /// <param name="secrets">The webhook's tokens; any may match.</param>
    /// <param name="options">What is signed, and how it is written.</param>
    public static SignatureVerdict Verify(
        ReadOnlySpan<byte> body, string? contentType, IEnumerable<KeyValuePair<string, string>> query, string? header,
        IReadOnlyList<string> secrets, ZohoWebhookOptions options)
    {
        if (string.IsNullOrWhiteSpace(header)) return SignatureVerdict.Missing;
        var given = new byte[HMACSHA256.HashSizeInBytes];
        if (!TryDecode(header.Trim(), options.Encoding, given)) return SignatureVerdict.Malformed;
        var text = options.SignedText == ZohoSignedText.Body ? body.ToArray() : Canonical(body, query, contentType);
        var matches = false;
        foreach (var secret in secrets)
            matches |= CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), text), given);
        return matches ? SignatureVerdict.Valid : SignatureVerdict.NoMatch;
    }

    private static bool TryDecode(string header, ZohoSignatureEncoding encoding, byte[] into) =>
        encoding == ZohoSignatureEncoding.Hex
        ? header.Length == 2 * into.Length
            && Convert.FromHexString(header, into, out _, out _) == System.Buffers.OperationStatus.Done
        : Convert.TryFromBase64String(header, into, out var length) && length == into.Length;

    private static byte[] Canonical(ReadOnlySpan<byte> body, IEnumerable<KeyValuePair<string, string>> query, string? contentType)
    {
        var form = ZohoWebhookForm.Is(contentType);
        var pairs = form ? query.Concat(ZohoWebhookForm.Read(body)) : query;
        var text = new StringBuilder();
        foreach (var (name, value) in pairs.OrderBy(pair => pair.Key, StringComparer.Ordinal)) text.Append(name).Append(value);
        var head = Encoding.UTF8.GetBytes(text.ToString());
        return form ? head : [.. head, .. body];
    }
}
