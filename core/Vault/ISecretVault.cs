namespace Isthmus.Core.Vault;

/// <summary>Where secret values live. Configuration holds names of secrets, never values.</summary>
public interface ISecretVault
{
    /// <summary>The value of a secret.</summary>
    /// <exception cref="SecretMissingException">The vault has no secret of that name.</exception>
    Task<string> GetAsync(string name, CancellationToken cancellation = default);
}

/// <summary>A secret that configuration refers to is not in the vault.</summary>
public sealed class SecretMissingException(string name, string vault) : Exception(
    $"The secret '{name}' is not in {vault}. Put it there with: ./run secret set {name}")
{
    /// <summary>The name that was asked for.</summary>
    public string SecretName { get; } = name;
}
