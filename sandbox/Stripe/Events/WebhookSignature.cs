using System.Security.Cryptography;
using System.Text;

namespace Isthmus.Sandbox.Stripe.Events;

/// <summary>The Stripe-Signature header: t=unix, then one v1 for each active secret.</summary>
internal static class WebhookSignature
{
    public static string Header(long unix, byte[] body, IEnumerable<string> secrets)
    {
        var header = new StringBuilder($"t={unix}");
        foreach (var secret in secrets) header.Append(",v1=").Append(V1(unix, body, secret));
        return header.ToString();
    }

    public static string V1(long unix, byte[] body, string secret)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hash.AppendData(Encoding.UTF8.GetBytes($"{unix}."));
        hash.AppendData(body);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
