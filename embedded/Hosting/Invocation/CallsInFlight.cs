using System.Collections.Concurrent;

namespace Isthmus.Embedded.Hosting.Invocation;

/// <summary>The calls whose code has not ended, those that outlived their time included.</summary>
internal sealed class CallsInFlight
{
    private readonly ConcurrentDictionary<Task, byte> running = new();

    /// <summary>Completes when every call that runs now has ended, well or not.</summary>
    public Task WhenIdle => Task.WhenAll(running.Keys.Select(Quietly));

    public void Add(Task call)
    {
        if (call.IsCompleted) return;
        running.TryAdd(call, 0);
        call.ContinueWith(done => running.TryRemove(done, out _), TaskContinuationOptions.ExecuteSynchronously);
    }

    private static Task Quietly(Task call) => call.ContinueWith(done => _ = done.Exception, TaskContinuationOptions.ExecuteSynchronously);
}
