using Isthmus.Core.Items;
using Isthmus.Functions.Webhooks;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Isthmus.Functions.Items;

/// <summary>Starts a run for each item that waits. Items whose start was lost are started again, those at work are left alone.</summary>
public sealed class ItemRuns(ItemStore store, ItemOptions rules)
{
    /// <summary>Starts what waits, as many as a round starts.</summary>
    /// <param name="client">Starts the runs.</param>
    /// <param name="source">The system that the items come from.</param>
    /// <param name="orchestration">The flow.</param>
    /// <param name="instance">Its instance id for a key.</param>
    /// <param name="cancellation">Ends the call; the rest is started by the next round.</param>
    /// <returns>The runs that were started.</returns>
    public async Task<IReadOnlyList<string>> StartAsync(
        DurableTaskClient client, string source, TaskName orchestration, Func<string, string> instance, CancellationToken cancellation)
    {
        var started = new List<string>();
        foreach (var key in await store.WaitingAsync(source, rules.RunsARound, cancellation))
        {
            var run = instance(key);
            if (await client.GetInstanceAsync(run, cancellation) is { IsCompleted: false }) continue;
            await FlowStart.StartUnlessAtWorkAsync(client, orchestration, run, new ItemInput(key), cancellation);
            started.Add(run);
        }
        return started;
    }
}
