using Isthmus.Connectors.ZohoCrm;
using Isthmus.Core.Failures;

namespace Isthmus.Functions.ZohoCrm;

/// <summary>
/// Which modules of the CRM can be written: what the organisation's edition and the user's profile offer. Read at the first
/// question, then each hour, and when Zoho refuses a module. A module that is not there switches its flows off, with one
/// notice; one that comes with an upgrade switches them on.
/// </summary>
public sealed class CrmModuleGate(ZohoCrmClient crm, TimeProvider time, CrmModuleNotices notices) : IDisposable
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(1);

    private readonly SemaphoreSlim turn = new(1);
    private volatile Known? known;
    private int forgotten;

    /// <summary>What is known of the organisation; null before the first question.</summary>
    public CrmOrg? Organisation => known?.Org;

    /// <summary>The modules that flows asked for and the organisation does not offer, for people.</summary>
    public IReadOnlyList<string> Closed => notices.Closed;

    /// <summary>False while the module is not there: its flow does nothing, and nothing of it is a dead letter.</summary>
    /// <exception cref="FailureException">It was never known and Zoho does not say.</exception>
    public async Task<bool> IsOpenAsync(string module, CancellationToken cancellation)
    {
        var now = await KnownAsync(cancellation);
        var open = now.Open.Contains(module);
        // Whoever read it before somebody else read it again says nothing.
        if (ReferenceEquals(now, known)) await notices.TellAsync(module, open, now.Org.Edition, cancellation);
        return open;
    }

    /// <summary>
    /// To be called when Zoho refused a module (<see cref="CrmModule.IsRefused"/>): what is known is read again at the next
    /// question.
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
        foreach (var module in notices.Asked)
            await notices.TellAsync(module, now.Open.Contains(module), now.Org.Edition, cancellation);
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

    private sealed record Known(CrmOrg Org, IReadOnlySet<string> Open, DateTimeOffset At);
}
