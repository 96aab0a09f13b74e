using Isthmus.Core.Failures;
using Isthmus.Core.Vault;

namespace Isthmus.Connectors.Secrets;

/// <summary>Reads a connection's secrets; one that is missing is a failure of its credentials.</summary>
internal sealed class VaultReader(ISecretVault vault, string connection)
{
    public async Task<string> ReadAsync(string name, CancellationToken cancellation)
    {
        try
        {
            return await vault.GetAsync(name, cancellation);
        }
        catch (SecretMissingException missing)
        {
            throw new FailureException(new Failure(FailureClass.Auth, connection, "read a secret", "secret-missing",
                $"The vault has no secret named '{missing.SecretName}'.", $"Store it: ./run secret set {missing.SecretName}"));
        }
    }

    public async Task<IReadOnlyList<string>> ReadAllAsync(IEnumerable<string> names, CancellationToken cancellation)
    {
        var values = new List<string>();
        foreach (var name in names) values.Add(await ReadAsync(name, cancellation));
        return values;
    }
}
