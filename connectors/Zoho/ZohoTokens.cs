using Isthmus.Core.Failures;

namespace Isthmus.Connectors.Zoho;

/// <summary>
/// One access token for all callers of a connection: renewed once however many ask, early enough that nobody waits, and not
/// asked for again while Zoho has said to wait.
/// </summary>
internal sealed class ZohoTokens(Func<CancellationToken, Task<ZohoToken>> mint, TimeProvider time)
{
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(30);
    private readonly Lock gate = new();
    private ZohoToken? current;
    private Task<ZohoToken>? renewal;
    private (Failure Failure, DateTimeOffset Until)? refused;

    public async Task<ZohoToken> GetAsync(CancellationToken cancellation)
    {
        Task<ZohoToken> pending;
        lock (gate)
        {
            var left = (current?.Expires ?? DateTimeOffset.MinValue) - time.GetUtcNow();
            if (left > Early) return current!;
            if (left > Late && Waiting() is not null) return current!;
            pending = Renew();
            if (left > Late) return current!;
        }
        return await pending.WaitAsync(cancellation);
    }

    /// <summary>Drops a token that the vendor refused, unless another caller has replaced it already.</summary>
    public void Drop(ZohoToken refusedToken)
    {
        lock (gate) if (ReferenceEquals(current, refusedToken)) current = null;
    }

    private Task<ZohoToken> Renew()
    {
        if (renewal is not null) return renewal;
        if (Waiting() is { } failure) return Task.FromException<ZohoToken>(new FailureException(failure));
        return renewal = Task.Run(RenewAsync);
    }

    private Failure? Waiting() => refused is { } last && last.Until > time.GetUtcNow()
        ? last.Failure with { RetryAfter = last.Until - time.GetUtcNow() } : null;

    /// <summary>Belongs to no caller, so that one who gives up does not take the token from the others.</summary>
    private async Task<ZohoToken> RenewAsync()
    {
        try
        {
            var token = await mint(CancellationToken.None);
            lock (gate) (current, refused) = (token, null);
            return token;
        }
        catch (FailureException error) when (error.Failure is { Class: FailureClass.Throttled, RetryAfter: not null })
        {
            lock (gate) refused = (error.Failure, time.GetUtcNow() + error.Failure.RetryAfter.Value);
            throw;
        }
        finally
        {
            lock (gate) renewal = null;
        }
    }
}
