using System.Security.Cryptography;
using System.Text;
using Isthmus.Sandbox.Faults;

namespace Isthmus.Sandbox.Sage100.Agent;

/// <summary>Lets callers in who carry one of the valid keys.</summary>
internal static class AgentKeys
{
    private const string Scheme = "Bearer ";

    public static void Require(HttpContext context, SageSettings settings, FaultPlan faults)
    {
        var header = context.Request.Headers.Authorization.ToString();
        var given = header.StartsWith(Scheme, StringComparison.Ordinal) ? header[Scheme.Length..] : "";
        var known = settings.Keys.Any(key => Same(key, given));
        if (!known || faults.Take(SageVendor.Id, FaultKind.TokenExpiry, $"{context.Request.Method} {context.Request.Path}"))
            throw new AgentException(401, "unauthorized", "The key is missing or not valid.");
    }

    private static bool Same(string key, string given) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(given));
}
