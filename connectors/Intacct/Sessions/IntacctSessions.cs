namespace Isthmus.Connectors.Intacct.Sessions;

/// <summary>One session for all callers, opened once however many ask, and kept for as long as it lives.</summary>
internal sealed class IntacctSessions(Func<CancellationToken, Task<IntacctSession>> open, TimeProvider time)
{
    private readonly Lock gate = new();
    private IntacctSession? current;
    private Task<IntacctSession>? opening;

    public async Task<IntacctSession> GetAsync(CancellationToken cancellation)
    {
        Task<IntacctSession> pending;
        lock (gate)
        {
            if (current is { } session && session.IsGood(time.GetUtcNow())) return session;
            pending = opening ??= Task.Run(OpenAsync, CancellationToken.None);
        }
        return await pending.WaitAsync(cancellation);
    }

    /// <summary>Drops a session that Intacct does not know any more, unless another caller has replaced it already.</summary>
    public void Drop(IntacctSession refused)
    {
        lock (gate) if (ReferenceEquals(current, refused)) current = null;
    }

    /// <summary>Belongs to no caller, so that one who gives up does not take the session from the others.</summary>
    private async Task<IntacctSession> OpenAsync()
    {
        try
        {
            var session = await open(CancellationToken.None);
            lock (gate) current = session;
            return session;
        }
        finally
        {
            lock (gate) opening = null;
        }
    }
}
