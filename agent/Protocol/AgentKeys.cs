using System.Security.Cryptography;
using System.Text;

namespace Isthmus.Agent.Protocol;

/// <summary>Knows which keys open the agent at this moment: one, or two while one replaces the other.</summary>
internal interface IAgentKeys
{
    /// <summary>Whether a caller who carries the key may make the call.</summary>
    /// <param name="given">What the caller carries; blank where that is nothing.</param>
    /// <param name="call">The call: "POST /agent/v1/companies/ABC/write".</param>
    bool Admits(string given, string call);
}

/// <summary>Lets callers in who carry one of the valid keys.</summary>
internal static class AgentKeys
{
    private const string Scheme = "Bearer ";

    public static void Require(HttpRequest request, IAgentKeys keys)
    {
        var header = request.Headers.Authorization.ToString();
        var given = header.StartsWith(Scheme, StringComparison.Ordinal) ? header[Scheme.Length..] : "";
        if (!keys.Admits(given, $"{request.Method} {request.Path}"))
            throw new AgentException(401, "unauthorized", "The key is missing or not valid.");
    }

    /// <summary>Whether a key is among the valid ones; takes as long whichever it is, and however much of it is right.</summary>
    public static bool Match(IEnumerable<string> valid, string given)
    {
        // Hashes are of one length, so that the comparison tells nothing of the keys' own.
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(given));
        var found = false;
        foreach (var key in valid)
            found |= CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(key)), hash);
        return found;
    }
}
