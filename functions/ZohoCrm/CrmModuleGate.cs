using Isthmus.Connectors.ZohoCrm;
using Isthmus.Core.Failures;
using Microsoft.Extensions.Logging;

namespace Isthmus.Functions.ZohoCrm;

/// <summary>
/// Which modules of the CRM can be written: what the organisation's edition and the user's profile offer. Read at the first
/// question, then each hour, and when Zoho refuses a module. A module that is not there switches its flows off, with one
/// notice; one that comes with an upgrade switches them on.
/// </summary>
public sealed partial class CrmModuleGate(ZohoCrmClient crm, TimeProvider time, ILogger<CrmModuleGate> log) : IDisposable
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(1);

    private readonly SemaphoreSlim turn = new(1);
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);
    private readonly HashSet<string> told = new(StringComparer.Ordinal);
    private volatile Known? known;
    private int forgotten;

    /// <summary>What is known of the organisation; null before the first question.</summary>
    public CrmOrg? Organisation => known?.Org;

    /// <summary>The modules that flows asked for and the organisation does not offer, for people.</summary>
    public IReadOnlyList<string> Closed
    {
        get { lock (told) return [.. told.Order(StringComparer.Ordinal)]; }
    }

    /// <summary>False while the module is not there: its flow does nothing, and nothing of it is a dead letter.</summary>
    /// <exception cref="FailureException">It was never known and Zoho does not say.</exception>
    public async Task<bool> IsOpenAsync(string module, CancellationToken cancellation)
    {
        var now = await KnownAsync(cancellation);
        lock (told) asked.Add(module);
        var open = now.Open.Contains(module);
        Tell(now, module, open);
        return open;
    }

    /// <summary>
    /// To be called when Zoho refused a module (INVALID_MODULE): what is known is read again at the next question.
    /// </summary>
    public void Forget()
    {
        Interlocked.Increment(ref forgotten);
        known = known is { } old ? old with { At = DateTimeOffset.MinValue } : null;
    }

    /// <summary>Reads organisation and modules now.</summary>
    public async Task RefreshAsync(CancellationToken cancellation)
    {
        Forget();
        var now = await KnownAsync(cancellation);
        string[] modules;
        lock (told) modules = [.. asked];
        foreach (var module in modules) Tell(now, module, now.Open.Contains(module));
    }

    /// <inheritdoc/>
    public void Dispose() => turn.Dispose();

    private async Task<Known> KnownAsync(CancellationToken cancellation)
    {
        if (known is { } fresh && time.GetUtcNow() - fresh.At < Life) return fresh;
        await turn.WaitAsync(cancellation);
        try
        {
            if (known is { } meanwhile && time.GetUtcNow() - meanwhile.At < Life) return meanwhile;
            var before = Volatile.Read(ref forgotten);
            var org = await crm.GetOrgAsync(cancellation);
            var modules = await crm.ListModulesAsync(cancellation);
            var open = modules.Where(org.Offers).Select(module => module.ApiName).ToHashSet(StringComparer.Ordinal);
            // What was read while somebody had it forgotten may be what he doubts.
            var at = Volatile.Read(ref forgotten) == before ? time.GetUtcNow() : DateTimeOffset.MinValue;
            return known = new Known(org, open, at);
        }
        finally
        {
            turn.Release();
        }
    }

    private void Tell(Known now, string module, bool open)
    {
        bool changed;
        lock (told) changed = open ? told.Remove(module) : told.Add(module);
        if (!changed) return;
        if (open) LogOpen(log, module, now.Org.Edition);
        else LogClosed(log, module, now.Org.Edition);
    }

    private sealed record Known(CrmOrg Org, IReadOnlySet<string> Open, DateTimeOffset At);

    [LoggerMessage(1701, LogLevel.Warning,
        "Zoho CRM offers no module {Module} (edition {Edition}): the flows to it are off until it is there; everything else goes on")]
    private static partial void LogClosed(ILogger logger, string module, string edition);

    [LoggerMessage(1702, LogLevel.Information,
        "Zoho CRM offers the module {Module} now (edition {Edition}): the flows to it are on")]
    private static partial void LogOpen(ILogger logger, string module, string edition);
}
