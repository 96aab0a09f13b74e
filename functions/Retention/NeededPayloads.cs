using System.Runtime.CompilerServices;
using System.Text.Json;
using Isthmus.Core.CrossReferences;
using Isthmus.Core.DeadLetters;
using Isthmus.Core.Inbox;
using Isthmus.Core.Payloads;
using Isthmus.Core.Runs;
using Isthmus.Functions.Operators;
using Isthmus.Functions.OrderToCash;
using Isthmus.Functions.Polling;
using Microsoft.DurableTask.Client;

namespace Isthmus.Functions.Retention;

/// <summary>
/// Finds the documents that something which is not over still needs, however old they are: runs under way, open dead letters,
/// events that wait. Costs as much as there is under way, whatever is stored.
/// </summary>
public sealed class NeededPayloads(RunStore runs, DeadLetterStore letters, CrossReferenceStore references, EventInbox inbox, TimeProvider time)
{
    private static readonly RunState[] UnderWay = [RunState.Running, RunState.Waiting, RunState.Held];

    /// <summary>Their references.</summary>
    public async Task<IReadOnlySet<string>> FindAsync(DurableTaskClient client, CancellationToken cancellation)
    {
        var needed = new HashSet<string>();
        await foreach (var letter in OpenLettersAsync(cancellation)) await AddAsync(needed, letter, cancellation);
        foreach (var (flow, state) in Flows.All.SelectMany(flow => UnderWay.Select(state => (flow, state))))
            await foreach (var run in AllAsync(new RunQuery(flow, state), cancellation)) await AddAsync(needed, run, client, cancellation);
        foreach (var connection in InboxSweep.Connections)
            await foreach (var entry in inbox.WaitingAsync(connection, time.GetUtcNow(), cancellation))
                if (entry.Event.Body.Reference is { } reference) needed.Add(reference);
        return needed;
    }

    private async Task AddAsync(HashSet<string> needed, DeadLetter letter, CancellationToken cancellation)
    {
        needed.UnionWith(PayloadReference.In($"{letter.Payload} {letter.Resume}"));
        // What was written before the failed step is taken from the cross-references when the flow goes on.
        var order = letter is { Flow: OrderToCashOrchestration.Flow, Resume: { } resume }
            ? JsonSerializer.Deserialize<OrderToCashInput>(resume)?.Known?.OrderKey
            : null;
        foreach (var key in new[] { letter.Key, order }.OfType<string>().Distinct())
            needed.UnionWith(await references.DetailsAsync(key, cancellation));
    }

    /// <summary>A run needs what its orchestration was given and has learnt.</summary>
    private static async Task AddAsync(HashSet<string> needed, Run run, DurableTaskClient client, CancellationToken cancellation)
    {
        if (await client.GetInstanceAsync(run.Id, cancellation) is not { IsCompleted: false }) return;
        foreach (var happened in await client.GetOrchestrationHistoryAsync(run.Id, cancellation))
            needed.UnionWith(PayloadReference.In(HistoryText.Of(happened)));
    }

    private async IAsyncEnumerable<DeadLetter> OpenLettersAsync(
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        string? continuation = null;
        do
        {
            (var page, continuation) = await letters.ListAsync(new DeadLetterQuery(), 500, continuation, cancellation);
            foreach (var letter in page) yield return letter;
        }
        while (continuation is not null);
    }

    private async IAsyncEnumerable<Run> AllAsync(
        RunQuery query, [EnumeratorCancellation] CancellationToken cancellation)
    {
        string? continuation = null;
        do
        {
            (var page, continuation) = await runs.ListAsync(query, 500, continuation, cancellation);
            foreach (var run in page) yield return run;
        }
        while (continuation is not null);
    }
}
