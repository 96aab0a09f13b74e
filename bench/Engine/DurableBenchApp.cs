using System.Collections.Concurrent;
using Isthmus.Embedded.Durable;
using Microsoft.DurableTask;

namespace Isthmus.Bench;

/// <summary>
/// Orchestrators that call as many activities as their input says: Steps one after the other, FanOut all at once.
/// </summary>
internal sealed class DurableBenchApp : IDurableFunctions
{
    private readonly ConcurrentDictionary<int, TaskCompletionSource> marks = new();
    private int calls;

    /// <summary>What activities wait for; null: nothing.</summary>
    public Task? Gate { get; init; }

    public bool HasOrchestrator(string name) => true;

    public bool HasActivity(string name) => true;

    public void Begin()
    {
        marks.Clear();
        calls = 0;
    }

    /// <summary>Completes when so many activities have been called.</summary>
    public Task ReachedAsync(int count)
    {
        var mark = marks.GetOrAdd(count, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
        if (Volatile.Read(ref calls) >= count) mark.TrySetResult();
        return mark.Task;
    }

    public async Task<object?> RunOrchestratorAsync(string name, TaskOrchestrationContext context)
    {
        var count = context.GetInput<int>();
        if (name == "FanOut")
        {
            await Task.WhenAll(Enumerable.Range(0, count).Select(n => context.CallActivityAsync<int>("Work", n)));
            return count;
        }
        for (var n = 0; n < count; n++) await context.CallActivityAsync<int>("Work", n);
        return count;
    }

    public async Task<object?> RunActivityAsync(
        string name, string instanceId, string? serializedInput, DataConverter converter, CancellationToken cancellation)
    {
        if (Gate is { } gate) await gate.WaitAsync(cancellation);
        if (marks.TryGetValue(Interlocked.Increment(ref calls), out var mark)) mark.TrySetResult();
        return 1;
    }
}
