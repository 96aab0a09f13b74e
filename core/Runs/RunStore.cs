using Azure.Data.Tables;
using Isthmus.Core.Tables;

namespace Isthmus.Core.Runs;

/// <summary>The record of every run: ours, not the orchestration's history, which may be purged.</summary>
public sealed class RunStore(IsthmusTables tables, TimeProvider time)
{
    private const string RunRow = "run";

    /// <summary>Begins a run, or begins it again where an earlier one under the same id has ended.</summary>
    public async Task BeginAsync(Run run, CancellationToken cancellation = default)
    {
        var started = (await FindAsync(run.Id, cancellation))?.StartedAt ?? time.GetUtcNow();
        await WriteAsync(run with { StartedAt = started, UpdatedAt = time.GetUtcNow() }, cancellation);
    }

    /// <summary>Changes a run's state.</summary>
    public async Task SetStateAsync(
        string id, RunState state, string? outcome, string? number = null, CancellationToken cancellation = default)
    {
        var run = await FindAsync(id, cancellation) ?? throw new InvalidOperationException($"There is no run '{id}'.");
        await WriteAsync(
            run with { State = state, Outcome = outcome, Number = number ?? run.Number, UpdatedAt = time.GetUtcNow() }, cancellation);
    }

    /// <summary>Writes a step of a run and the mapping version that it used.</summary>
    public async Task AddStepAsync(string id, RunStep step, string? mapping = null, CancellationToken cancellation = default)
    {
        var partition = TableKey.Escape(id);
        var row = new TableEntity(partition, $"step|{step.StartedAt.UtcTicks:D19}|{TableKey.Escape(step.Name)}|{step.Attempt:D4}")
        {
            ["Name"] = step.Name,
            ["Attempt"] = step.Attempt,
            ["StartedAt"] = step.StartedAt,
            ["EndedAt"] = step.EndedAt,
            ["Outcome"] = step.Outcome,
            ["Detail"] = step.Detail,
            ["Mapping"] = mapping,
        };
        await tables.Runs.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellation);
    }

    /// <summary>The run, or null.</summary>
    public async Task<Run?> FindAsync(string id, CancellationToken cancellation = default)
    {
        var found = await tables.Runs.GetEntityIfExistsAsync<TableEntity>(TableKey.Escape(id), RunRow, cancellationToken: cancellation);
        return found.HasValue ? Read(found.Value!) : null;
    }

    /// <summary>The run's steps, in order of time, and the mapping versions that they used.</summary>
    public async Task<(IReadOnlyList<RunStep> Steps, IReadOnlyList<string> Mappings)> StepsAsync(
        string id, CancellationToken cancellation = default)
    {
        var steps = new List<RunStep>();
        var mappings = new List<string>();
        var partition = TableKey.Escape(id);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {"step|"}");
        await foreach (var row in tables.Runs.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            steps.Add(new RunStep(
                row.GetString("Name"), row.GetInt32("Attempt") ?? 1, row.GetDateTimeOffset("StartedAt")!.Value,
                row.GetDateTimeOffset("EndedAt")!.Value, row.GetString("Outcome"), row.GetString("Detail")));
            if (row.GetString("Mapping") is { } mapping && !mappings.Contains(mapping)) mappings.Add(mapping);
        }
        return (steps, mappings);
    }

    /// <summary>A page of a flow's runs, newest first.</summary>
    /// <param name="flow">The flow's name.</param>
    /// <param name="state">Only runs in this state, or null for all.</param>
    /// <param name="limit">How many at most, up to 1,000.</param>
    /// <param name="continuation">Where an earlier page ended, or null.</param>
    /// <param name="cancellation">Ends the call.</param>
    public async Task<(IReadOnlyList<Run> Runs, string? Continuation)> ListAsync(
        string flow, RunState? state, int limit, string? continuation, CancellationToken cancellation = default)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {flow}");
        if (state is { } wanted) filter += " and " + TableClient.CreateQueryFilter($"State eq {wanted.ToString()}");
        await foreach (var page in tables.RunIndex
            .QueryAsync<TableEntity>(filter, limit, cancellationToken: cancellation).AsPages(continuation, limit))
        {
            return ([.. page.Values.Select(Read)], page.ContinuationToken);
        }
        return ([], null);
    }

    /// <summary>How many runs of a flow stand in each state.</summary>
    public async Task<IReadOnlyDictionary<string, int>> CountAsync(string flow, CancellationToken cancellation = default)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {flow}");
        await foreach (var row in tables.RunIndex.QueryAsync<TableEntity>(filter, 1000, ["State"], cancellation))
        {
            var state = row.GetString("State");
            counts[state] = counts.GetValueOrDefault(state) + 1;
        }
        return counts;
    }

    private async Task WriteAsync(Run run, CancellationToken cancellation)
    {
        await tables.Runs.UpsertEntityAsync(Write(run, TableKey.Escape(run.Id), RunRow), TableUpdateMode.Replace, cancellation);
        var place = TableKey.NewestFirst(run.StartedAt) + "|" + TableKey.Escape(run.Id);
        await tables.RunIndex.UpsertEntityAsync(Write(run, run.Flow, place), TableUpdateMode.Replace, cancellation);
    }

    private static TableEntity Write(Run run, string partition, string row) => new(partition, row)
    {
        ["Id"] = run.Id,
        ["Flow"] = run.Flow,
        ["Key"] = run.Key,
        ["State"] = run.State.ToString(),
        ["Outcome"] = run.Outcome,
        ["Number"] = run.Number,
        ["StartedAt"] = run.StartedAt,
        ["UpdatedAt"] = run.UpdatedAt,
    };

    private static Run Read(TableEntity row) => new()
    {
        Id = row.GetString("Id"),
        Flow = row.GetString("Flow"),
        Key = row.GetString("Key"),
        State = Enum.Parse<RunState>(row.GetString("State")),
        Outcome = row.GetString("Outcome"),
        Number = row.GetString("Number"),
        StartedAt = row.GetDateTimeOffset("StartedAt")!.Value,
        UpdatedAt = row.GetDateTimeOffset("UpdatedAt")!.Value,
    };
}
