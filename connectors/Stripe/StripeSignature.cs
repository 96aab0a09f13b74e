using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Isthmus.Connectors.Http;

namespace Isthmus.Connectors.Stripe;

/// <summary>
/// Stripe's webhook signature, scheme v1: HMAC-SHA256 over time stamp, full stop and the raw body, keyed with the whole secret.
/// Source: Stripe, Webhooks, Verify webhook signatures manually.
/// </summary>
public static class StripeSignature
{
    private const int LongestHeader = 4096;

    /// <summary>Verifies the raw bytes, before anything reads them. Takes the same time for every wrong signature.</summary>
    /// <param name="body">The request's body as it came.</param>
    /// <param name="header">The value of <c>Stripe-Signature</c>.</param>
    /// <param name="secrets">The endpoint's signing secrets; any may match.</param>
    /// <param name="now">The time now.</param>
    /// <param name="tolerance">How far the time stamp may be from now, either way.</param>
    public static SignatureVerdict Verify(
        ReadOnlySpan<byte> body, string? header, IReadOnlyList<string> secrets, DateTimeOffset now, TimeSpan tolerance)
    {
        if (string.IsNullOrEmpty(header)) return SignatureVerdict.Missing;
        if (header.Length > LongestHeader) return SignatureVerdict.Malformed;
        if (!TryRead(header, out var stamp, out var signatures)) return SignatureVerdict.Malformed;
        var matches = Matches(body, stamp, signatures, secrets);
        if (!matches) return SignatureVerdict.NoMatch;
        var age = now.ToUnixTimeSeconds() - long.Parse(stamp, CultureInfo.InvariantCulture);
        return Math.Abs(age) > tolerance.TotalSeconds ? SignatureVerdict.Stale : SignatureVerdict.Valid;
    }

    private static bool TryRead(string header, out string stamp, out List<byte[]> signatures)
    {
        (stamp, signatures) = ("", []);
        foreach (var part in header.Split(',', StringSplitOptions.TrimEntries))
        {
            var split = part.IndexOf('=');
            if (split < 0) return false;
            var value = part[(split + 1)..];
            if (part.AsSpan(0, split) is "t") stamp = value;
            else if (part.AsSpan(0, split) is "v1" && TryHex(value) is { } signature) signatures.Add(signature);
        }
        return stamp.Length is > 0 and <= 12 && stamp.All(char.IsAsciiDigit) && signatures.Count > 0;
    }

    private static byte[]? TryHex(string text)
    {
        var bytes = new byte[HMACSHA256.HashSizeInBytes];
        return text.Length == 2 * bytes.Length
            && Convert.FromHexString(text, bytes, out _, out _) == System.Buffers.OperationStatus.Done
            ? bytes : null;
    }

    private static bool Matches(ReadOnlySpan<byte> body, string stamp, List<byte[]> signatures, IReadOnlyList<string> secrets)
    {
        var matches = false;
        foreach (var secret in secrets)
        {
            using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
            mac.AppendData(Encoding.ASCII.GetBytes(stamp + "."));
            mac.AppendData(body);
            var expected = mac.GetHashAndReset();
            foreach (var signature in signatures) matches |= CryptographicOperations.FixedTimeEquals(expected, signature);
        }
        return matches;
    }
}
