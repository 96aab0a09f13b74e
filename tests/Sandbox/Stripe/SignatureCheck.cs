using System.Security.Cryptography;
using System.Text;

namespace Isthmus.Sandbox.Tests.Stripe;

/// <summary>Verifies a Stripe-Signature as the vendor's manual says, on its own.</summary>
internal static class SignatureCheck
{
    public static bool Holds(Received webhook, string secret)
    {
        var parts = webhook.Signature.Split(',').Select(part => part.Split('=', 2)).ToList();
        var time = parts.Single(part => part[0] == "t")[1];
        var wanted = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{time}.{webhook.Body}")));
        return parts.Any(part => part[0] == "v1" && part[1] == wanted);
    }

    public static int Count(Received webhook) => webhook.Signature.Split(',').Count(part => part.StartsWith("v1=", StringComparison.Ordinal));
}
