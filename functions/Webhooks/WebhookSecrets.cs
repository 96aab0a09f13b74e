using System.Collections.Concurrent;
using Isthmus.Core.Vault;

namespace Isthmus.Functions.Webhooks;

/// <summary>Signing secrets out of the vault, kept for a minute: a vault is too slow and too dear to ask at each request.</summary>
public sealed class WebhookSecrets(ISecretVault vault, TimeProvider time)
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<string, (string Value, DateTimeOffset ReadAt)> kept = new(StringComparer.Ordinal);

    /// <summary>The values of the named secrets, in order; any of them may have signed.</summary>
    public async Task<IReadOnlyList<string>> GetAsync(IReadOnlyList<string> names, CancellationToken cancellation)
    {
        var values = new string[names.Count];
        for (var i = 0; i < names.Count; i++) values[i] = await GetAsync(names[i], cancellation);
        return values;
    }

    private async Task<string> GetAsync(string name, CancellationToken cancellation)
    {
        if (kept.TryGetValue(name, out var known) && time.GetUtcNow() - known.ReadAt < Life) return known.Value;
        var value = await vault.GetAsync(name, cancellation);
        kept[name] = (value, time.GetUtcNow());
        return value;
    }
}
