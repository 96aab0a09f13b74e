using Isthmus.Core.Vault;

namespace Isthmus.Functions.Webhooks;

/// <summary>The signing secrets of a webhook: one, or two while one is being replaced.</summary>
public sealed class WebhookSecrets(ISecretVault vault)
{
    /// <summary>The values of the named secrets, in order; any of them may have signed.</summary>
    public async Task<IReadOnlyList<string>> GetAsync(IReadOnlyList<string> names, CancellationToken cancellation)
    {
        var values = new string[names.Count];
        for (var i = 0; i < names.Count; i++) values[i] = await vault.GetAsync(names[i], cancellation);
        return values;
    }
}
