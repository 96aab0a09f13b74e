using System.Collections.Concurrent;
using Isthmus.Agent.Business;

namespace Isthmus.Agent.Boi;

/// <summary>
/// The few sessions of a company. A call has one to itself; one that none is free for waits, and is then told to come again.
/// </summary>
internal sealed class SessionPool(SageHostOptions options, TimeProvider time, Func<ComSession> make) : IDisposable
{
    private readonly SemaphoreSlim free = new(options.Sessions);
    private readonly ConcurrentBag<(SessionThread Thread, ComSession Session)> idle = [];

    public async Task<T> WorkAsync<T>(Func<IBusinessSession, T> work, CancellationToken cancellation)
    {
        await TakePlaceAsync(cancellation);
        try
        {
            var (thread, session) = idle.TryTake(out var kept) ? kept : (new SessionThread("Sage session"), make());
            var working = thread.RunAsync(() => Work(session, work));
            await BackAsync(working);
            idle.Add((thread, session));
            return await working;
        }
        finally
        {
            free.Release();
        }
    }

    public void Dispose()
    {
        while (idle.TryTake(out var place))
        {
            // Objects are released on the thread that made them.
            _ = place.Thread.RunAsync(() =>
            {
                place.Session.Dispose();
                return true;
            });
            place.Thread.Dispose();
        }
    }

    /// <summary>Waits until the session is free again. One that never comes back is left alone: nothing can end it.</summary>
    private async Task BackAsync(Task working)
    {
        try
        {
            await Task.WhenAny(working).WaitAsync(TimeSpan.FromMinutes(options.CallMinutes), time);
        }
        catch (TimeoutException)
        {
            throw AgentException.Stuck(options.CallMinutes);
        }
    }

    private static T Work<T>(ComSession session, Func<IBusinessSession, T> work)
    {
        try { return work(session); }
        finally { session.LetGo(); }
    }

    private async Task TakePlaceAsync(CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(options.SessionWaitSeconds), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, patience.Token);
        try
        {
            await free.WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw AgentException.Busy(options.Sessions);
        }
    }
}
