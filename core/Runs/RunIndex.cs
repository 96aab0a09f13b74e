using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Isthmus.Core.Tables;

namespace Isthmus.Core.Runs;

/// <summary>
/// The runs of each flow by time, by state and time, and counted. A flow is one partition, so that all three change in one
/// transaction.
/// </summary>
internal sealed class RunIndex(IsthmusTables tables)
{
    internal const string AllPrefix = "all|";
    private readonly ConcurrentDictionary<string, RunIndexWriter> writers = new();

    /// <summary>Puts the run where its state belongs. Repeating it changes nothing.</summary>
    public Task PutAsync(Run run) => writers.GetOrAdd(run.Flow, flow => new(tables, flow)).PutAsync(run);

    /// <summary>A page of a flow's runs, newest first.</summary>
    public async Task<(IReadOnlyList<Run> Runs, string? Continuation)> ListAsync(
        RunQuery query, int limit, string? continuation, CancellationToken cancellation)
    {
        var prefix = query.State is { } state ? StatePrefix(state) : AllPrefix;
        var from = prefix + (query.To is { } to ? TableKey.NewestFirst(to) : "");
        var until = prefix + (query.From is { } since ? TableKey.NewestFirst(since) : "") + "~";
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {query.Flow} and RowKey ge {from} and RowKey lt {until}");
        await foreach (var page in tables.RunIndex
            .QueryAsync<TableEntity>(filter, limit, cancellationToken: cancellation).AsPages(continuation, limit))
        {
            return ([.. page.Values.Select(RunRows.Read)], page.ContinuationToken);
        }
        return ([], null);
    }

    /// <summary>One point read.</summary>
    public async Task<RunCounts> CountAsync(string flow, CancellationToken cancellation) =>
        (await CountRow.GetAsync(tables, flow, cancellation)).Read();

    /// <summary>The places of runs that are in a state and began before a time.</summary>
    public async IAsyncEnumerable<RunPlace> OldAsync(
        string flow, RunState state, DateTimeOffset before, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var (from, until) = (StatePrefix(state) + TableKey.NewestFirst(before), StatePrefix(state) + "~");
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {flow} and RowKey ge {from} and RowKey lt {until}");
        await foreach (var row in tables.RunIndex.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
            yield return new RunPlace(RunRows.Read(row), row.ETag);
    }

    /// <summary>Takes runs out of the lists, each unless it changed meanwhile; they stay counted.</summary>
    public async Task RemoveAsync(string flow, RunState state, IReadOnlyList<RunPlace> places, CancellationToken cancellation)
    {
        if (places.Count == 0) return;
        try
        {
            await tables.RunIndex.SubmitTransactionAsync(places.SelectMany(place => Removal(flow, state, place)), cancellation);
        }
        catch (RequestFailedException changed) when (changed.Status is 404 or 412)
        {
            if (places.Count == 1) return;
            foreach (var place in places) await RemoveAsync(flow, state, [place], cancellation);
        }
    }

    /// <summary>Puts a purged run back into the lists, without counting it again.</summary>
    public Task RestoreAsync(Run run, CancellationToken cancellation) => tables.RunIndex.SubmitTransactionAsync(
        [
            new(TableTransactionActionType.UpsertReplace, RunRows.Write(run, run.Flow, AllPrefix + Place(run))),
            new(TableTransactionActionType.UpsertReplace, RunRows.Write(run, run.Flow, StatePrefix(run.State) + Place(run))),
        ],
        cancellation);

    internal static string StatePrefix(RunState state) => $"state|{state}|";

    internal static string Place(Run run) => TableKey.NewestFirst(run.StartedAt) + "|" + TableKey.Escape(run.Id);

    private static TableTransactionAction[] Removal(string flow, RunState state, RunPlace place) =>
    [
        new(TableTransactionActionType.Delete, new TableEntity(flow, StatePrefix(state) + Place(place.Run)), place.ETag),
        new(TableTransactionActionType.Delete, new TableEntity(flow, AllPrefix + Place(place.Run)), ETag.All),
    ];
}

/// <summary>A run where the list of its state has it.</summary>
internal sealed record RunPlace(Run Run, ETag ETag);
