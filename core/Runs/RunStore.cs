using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Isthmus.Core.Retention;
using Isthmus.Core.Tables;

namespace Isthmus.Core.Runs;

/// <summary>The record of every run: ours, not the orchestration's history, which may be purged.</summary>
public sealed class RunStore(IsthmusTables tables, TimeProvider time)
{
    internal const string RunRow = "run";
    private readonly RunIndex index = new(tables);
    private readonly RunKeys keys = new(tables);

    /// <summary>
    /// Begins a run, or begins it again where an earlier one under the same id has ended. One that waits goes on waiting.
    /// </summary>
    public async Task BeginAsync(Run run, CancellationToken cancellation = default)
    {
        var begun = run with { StartedAt = time.GetUtcNow(), UpdatedAt = time.GetUtcNow() };
        var earlier = await AddAsync(begun, cancellation);
        if (earlier is { State: RunState.Waiting } && run.State == RunState.Running)
            begun = begun with { State = earlier.State, Outcome = earlier.Outcome };
        if (earlier is not null) begun = begun with { StartedAt = earlier.StartedAt, Parent = run.Parent ?? earlier.Parent };
        string?[] known = [run.Key, run.Number];
        await Task.WhenAll([
            earlier is null ? index.PutAsync(begun) : WriteAsync(begun, cancellation),
            .. known.OfType<string>().Select(key => keys.AddAsync(key, run.Id))]);
    }

    /// <summary>Changes a run's state.</summary>
    public async Task SetStateAsync(
        string id, RunState state, string? outcome, string? number = null, CancellationToken cancellation = default) =>
        await SetStateAsync(await GetAsync(id, cancellation), state, outcome, number, cancellation);

    /// <summary>Changes the state of a run that was read a moment ago.</summary>
    public async Task SetStateAsync(
        Run run, RunState state, string? outcome, string? number = null, CancellationToken cancellation = default)
    {
        await ListAgainAsync(run, cancellation);
        var changed = run with { Purged = false, State = state, Outcome = outcome, Number = number ?? run.Number, UpdatedAt = time.GetUtcNow() };
        await Task.WhenAll(
            WriteAsync(changed, cancellation),
            number is null || number == run.Number ? Task.CompletedTask : keys.AddAsync(number, run.Id));
    }

    /// <summary>Shows how far a run has come; it is at work then.</summary>
    public async Task ProgressAsync(string id, string outcome, RunProgress progress, CancellationToken cancellation = default)
    {
        var run = await GetAsync(id, cancellation);
        await ListAgainAsync(run, cancellation);
        await WriteAsync(
            run with { State = RunState.Running, Outcome = outcome, Progress = progress, UpdatedAt = time.GetUtcNow() }, cancellation);
    }

    /// <summary>Puts the run where its state belongs in the lists, in case a crash kept an earlier change from it.</summary>
    public Task ReindexAsync(Run run) => index.PutAsync(run);

    /// <summary>
    /// Writes a step of a run and the mapping version that it used. A business key that it learnt finds the run from then on; it
    /// is never a personal value.
    /// </summary>
    public async Task AddStepAsync(
        string id, RunStep step, string? mapping = null, string? key = null, CancellationToken cancellation = default)
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
            ["Key"] = key,
            ["Calls"] = step.Calls.Count == 0 ? null : JsonSerializer.Serialize(step.Calls),
        };
        await Task.WhenAll(
            tables.Runs.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellation),
            key is null ? Task.CompletedTask : keys.AddAsync(key, id));
    }

    /// <summary>The run, or null.</summary>
    public async Task<Run?> FindAsync(string id, CancellationToken cancellation = default)
    {
        var found = await tables.Runs.GetEntityIfExistsAsync<TableEntity>(TableKey.Escape(id), RunRow, cancellationToken: cancellation);
        return found.HasValue ? RunRows.Read(found.Value!) : null;
    }

    /// <summary>The run.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public async Task<Run> GetAsync(string id, CancellationToken cancellation = default) =>
        await FindAsync(id, cancellation) ?? throw new InvalidOperationException($"There is no run '{id}'.");

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
                row.GetDateTimeOffset("EndedAt")!.Value, row.GetString("Outcome"), row.GetString("Detail"))
            {
                Calls = row.GetString("Calls") is { } calls ? JsonSerializer.Deserialize<List<VendorCall>>(calls)! : [],
            });
            if (row.GetString("Mapping") is { } mapping && !mappings.Contains(mapping)) mappings.Add(mapping);
        }
        return (steps, mappings);
    }

    /// <summary>A page of a flow's runs, newest first. Its cost does not grow with the history.</summary>
    /// <param name="query">Which runs.</param>
    /// <param name="limit">How many at most, up to 1,000.</param>
    /// <param name="continuation">Where an earlier page ended, or null.</param>
    /// <param name="cancellation">Ends the call.</param>
    public Task<(IReadOnlyList<Run> Runs, string? Continuation)> ListAsync(
        RunQuery query, int limit, string? continuation, CancellationToken cancellation = default) =>
        index.ListAsync(query, limit, continuation, cancellation);

    /// <summary>
    /// The runs of a business key: payment intent, order number, customer number, in whatever flow. Newest first.
    /// </summary>
    public async Task<IReadOnlyList<Run>> FindByKeyAsync(string key, int limit, CancellationToken cancellation = default)
    {
        var found = new List<Run>();
        foreach (var id in await keys.FindAsync(key, limit, cancellation))
        {
            if (await FindAsync(id, cancellation) is { } run) found.Add(run);
        }
        return [.. found.OrderByDescending(run => run.StartedAt)];
    }

    /// <summary>How many runs of a flow were received and stand in each state: one read, whatever their number.</summary>
    public Task<RunCounts> CountAsync(string flow, CancellationToken cancellation = default) => index.CountAsync(flow, cancellation);

    /// <summary>
    /// Removes a flow's runs that were done or ignored before <paramref name="before"/>. Whatever is not over stays. A purged run
    /// is still found by its id and still counted.
    /// </summary>
    public Task PurgeAsync(string flow, DateTimeOffset before, PurgeBudget budget, CancellationToken cancellation = default) =>
        new RunPurge(tables, index, keys).PurgeAsync(flow, before, budget, cancellation);

    /// <summary>Puts a run back into the lists where it was purged: it is about to change and must not be counted anew.</summary>
    private Task ListAgainAsync(Run run, CancellationToken cancellation) =>
        run.Purged ? index.RestoreAsync(run, cancellation) : Task.CompletedTask;

    /// <summary>Adds a run that nobody has begun before.</summary>
    /// <returns>Null, or the run that somebody began before.</returns>
    private async Task<Run?> AddAsync(Run run, CancellationToken cancellation)
    {
        try
        {
            await tables.Runs.AddEntityAsync(RunRows.Write(run, TableKey.Escape(run.Id), RunRow), cancellation);
            return null;
        }
        catch (RequestFailedException failure) when (failure.ErrorCode == "EntityAlreadyExists")
        {
            var earlier = await GetAsync(run.Id, cancellation);
            await ListAgainAsync(earlier, cancellation);
            return earlier;
        }
    }

    private async Task WriteAsync(Run run, CancellationToken cancellation)
    {
        await tables.Runs.UpsertEntityAsync(
            RunRows.Write(run, TableKey.Escape(run.Id), RunRow), TableUpdateMode.Replace, cancellation);
        await index.PutAsync(run);
    }
}
