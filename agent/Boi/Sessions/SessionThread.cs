using System.Collections.Concurrent;

namespace Isthmus.Agent.Boi;

/// <summary>
/// The one thread that a session's objects live on: a single-threaded apartment, because BOI's objects belong to one thread.
/// </summary>
internal sealed class SessionThread : IDisposable
{
    private readonly BlockingCollection<Action> work = [];

    public SessionThread(string name)
    {
        var thread = new Thread(Run) { Name = name, IsBackground = true };
        if (OperatingSystem.IsWindows()) thread.SetApartmentState(ApartmentState.STA);
        thread.Start();
    }

    /// <summary>Does something on the thread.</summary>
    public Task<T> RunAsync<T>(Func<T> what)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        work.Add(() =>
        {
            try { done.SetResult(what()); }
            catch (Exception failed) { done.SetException(failed); }
        });
        return done.Task;
    }

    /// <summary>The thread ends when it has done what it was given.</summary>
    public void Dispose() => work.CompleteAdding();

    private void Run()
    {
        foreach (var next in work.GetConsumingEnumerable()) next();
        work.Dispose();
    }
}
