using System.Collections.Concurrent;

namespace Isthmus.Embedded.Durable.Dispatch;

/// <summary>Wakes those who wait for an instance to get on.</summary>
internal sealed class InstanceWatch
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> changes = new(StringComparer.Ordinal);

    /// <summary>The next change of an instance. Ask first, then read the state.</summary>
    public Task NextChange(string instanceId) =>
        changes.GetOrAdd(instanceId, _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public void Changed(string instanceId)
    {
        if (changes.TryRemove(instanceId, out var change)) change.SetResult();
    }
}
