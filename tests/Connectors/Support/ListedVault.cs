using Isthmus.Core.Vault;

namespace Isthmus.Connectors.Tests.Support;

public sealed class ListedVault(params (string Name, string Value)[] secrets) : ISecretVault
{
    public Task<string> GetAsync(string name, CancellationToken cancellation = default) =>
        secrets.FirstOrDefault(secret => secret.Name == name).Value is { } value
            ? Task.FromResult(value) : throw new SecretMissingException(name, "the test's vault");
}
