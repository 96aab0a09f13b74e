using System.Security.Cryptography;
using System.Text;
using Isthmus.Core.Vault;

namespace Isthmus.Connectors.Sage100.Outbound;

/// <summary>Lets in the agent that carries one of the keys; asked before anything else of a request is read.</summary>
public sealed class AgentDoor(SageOptions options, ISecretVault vault)
{
    private const string Scheme = "Bearer ";

    /// <summary>Whether the caller is the agent of that id.</summary>
    /// <param name="agentId">The id in the address.</param>
    /// <param name="authorization">The request's Authorization header.</param>
    /// <param name="cancellation">Ends the look into the vault.</param>
    public async Task<bool> AdmitsAsync(string agentId, string? authorization, CancellationToken cancellation)
    {
        if (options.Mode != SageAgentMode.Outbound) return false;
        if (authorization?.StartsWith(Scheme, StringComparison.Ordinal) != true) return false;
        var given = Hash(authorization[Scheme.Length..]);
        var admitted = false;
        foreach (var name in options.Outbound.KeySecrets)
            admitted |= CryptographicOperations.FixedTimeEquals(await HashOfAsync(name, cancellation), given);
        return admitted && string.Equals(agentId, options.Outbound.AgentId, StringComparison.Ordinal);
    }

    /// <summary>A secret that is not there yet, or not any more, is no key: nothing has an empty hash.</summary>
    private async Task<byte[]> HashOfAsync(string name, CancellationToken cancellation)
    {
        try { return Hash(await vault.GetAsync(name, cancellation)); }
        catch (SecretMissingException) { return []; }
    }

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
