using System.Collections.Concurrent;
using Isthmus.Core.Connections;

namespace Isthmus.Core.Vault;

/// <summary>
/// Keeps secrets for a minute: a vault is too slow and too dear to ask at every call, and a minute is soon enough for a replaced
/// secret. Whoever probes a connection reads them afresh.
/// </summary>
public sealed class KeptSecrets(ISecretVault vault, TimeProvider time) : ISecretVault
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<string, (string Value, DateTimeOffset ReadAt)> kept = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public async Task<string> GetAsync(string name, CancellationToken cancellation = default)
    {
        if (!Probe.UnderWay && kept.TryGetValue(name, out var known) && time.GetUtcNow() - known.ReadAt < Life) return known.Value;
        var value = await vault.GetAsync(name, cancellation);
        kept[name] = (value, time.GetUtcNow());
        return value;
    }
}
