using Azure;
using Azure.Security.KeyVault.Secrets;
using Isthmus.Core.Vault;

namespace Isthmus.Functions.Hosting;

/// <summary>Secrets in Azure Key Vault, read with the app's managed identity.</summary>
internal sealed class KeyVault(SecretClient client) : ISecretVault
{
    public async Task<string> GetAsync(string name, CancellationToken cancellation = default)
    {
        try
        {
            return (await client.GetSecretAsync(name, cancellationToken: cancellation)).Value.Value;
        }
        catch (RequestFailedException failure) when (failure.Status == 404)
        {
            throw new SecretMissingException(name, client.VaultUri.Host);
        }
    }
}
