using System.Collections.Concurrent;
using Isthmus.Core.Failures;
using Isthmus.Core.Loads;
using Isthmus.Core.MasterData;
using Isthmus.Core.Runs;
using Isthmus.Functions.Connections;
using Isthmus.Functions.Steps;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Isthmus.Functions.MasterData.Looking;

/// <summary>
/// Looks in turn: one at a time a flow, none beside a load of the flow, and none while something is in the way. A round that ends before
/// every flow had its turn, or in which a connection was paused, leaves the first place in the next one to the first that had none.
/// </summary>
internal sealed partial class LookRounds(
    MasterFlows flows, MasterGate gate, LookTimes times, MasterLook look, DryLooks dry, FlowStates states, RoundPlace place,
    LoadStore loads, RunStore runs, PausedConnections pauses, IOptions<FailurePolicyOptions> policy, TimeProvider time,
    ILogger<LookRounds> log) : IMasterRounds
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);
    private readonly ConcurrentDictionary<string, SemaphoreSlim> turns = new(StringComparer.Ordinal);

    public async Task InTimeAsync(DurableTaskClient client, CancellationToken cancellation)
    {
        var ends = time.GetUtcNow() + Longest;
        var from = await place.FindAsync(cancellation);
        var next = (string?)null;
        foreach (var flow in flows.From(from).Where(flow => gate.Off(flow) is null))
        {
            if (time.GetUtcNow() > ends)
            {
                next = flow.Name;
                break;
            }
            if (times.Due(flow, await states.FindAsync(flow.Name, cancellation)) is not { } reach) continue;
            if (await gate.PausedAsync(flow, cancellation) is not null) next ??= flow.Name;
            await LookAsync(flow, reach, client, cancellation);
        }
        if (next != from) await place.KeepAsync(next, cancellation);
    }

    public async Task<LookAnswer> LookAsync(string flow, bool full, DurableTaskClient client, CancellationToken cancellation) =>
        flows.Find(flow) is { } known
            ? await LookAsync(known, full ? LookReach.Everything : LookReach.Changes, client, cancellation)
            : new(null, $"There is no flow '{flow}'.");

    public async Task<(DryLook? Look, string? Why)> DryLookAsync(string flow, bool full, CancellationToken cancellation)
    {
        if (flows.Find(flow) is not { } known) return (null, $"There is no flow '{flow}'.");
        if (await gate.ObstacleAsync(known, cancellation) is { } obstacle) return (null, obstacle);
        try { return (await dry.GoAsync(known, full, cancellation), null); }
        catch (FailureException failed) { return (null, $"{failed.Failure.Message} {failed.Failure.Cure}"); }
    }

    private async Task<LookAnswer> LookAsync(
        IMasterFlow flow, LookReach reach, DurableTaskClient client, CancellationToken cancellation)
    {
        if (await gate.ObstacleAsync(flow, cancellation) is { } obstacle) return await WaitAsync(flow, obstacle, cancellation);
        if (await loads.OpenAsync(flow.Name, cancellation) is { DryRun: false } load) return new(null, $"The load {load.Id} is under way.");
        var turn = turns.GetOrAdd(flow.Name, _ => new SemaphoreSlim(1));
        if (!await turn.WaitAsync(TimeSpan.Zero, cancellation)) return new(null, "A look is under way.");
        try { return await GoAsync(flow, reach, client, cancellation); }
        finally { turn.Release(); }
    }

    private async Task<LookAnswer> GoAsync(
        IMasterFlow flow, LookReach reach, DurableTaskClient client, CancellationToken cancellation)
    {
        try
        {
            var report = await look.GoAsync(flow, reach, client, cancellation);
            if (report.Telling) await KeepAsync(flow, report, cancellation);
            await WaitAsync(flow, null, cancellation);
            return new(report, null);
        }
        catch (Exception broken) when (broken is not OutOfMemoryException && !cancellation.IsCancellationRequested)
        {
            var failure = StepRunner.Describe(broken, $"look at {flow.Name}");
            if (failure.Class == FailureClass.Bug) LogBug(log, flow.Name, broken.GetType().Name, broken.StackTrace);
            if (await gate.RefusedAsync(flow, failure, cancellation) is { } obstacle) return await WaitAsync(flow, obstacle, cancellation);
            if (FailurePolicy.Decide(failure, 1, policy.Value).Action == FailureAction.PauseConnection)
            {
                await pauses.PauseAsync(failure);
                await PausedConnectionOrchestration.TendAsync(failure.Connection, client, changed: false, cancellation);
            }
            return await WaitAsync(flow, $"{failure.Message} {failure.Cure}", cancellation);
        }
    }

    private async Task KeepAsync(IMasterFlow flow, LookReport report, CancellationToken cancellation)
    {
        LogLook(log, flow.Name, report);
        await runs.BeginAsync(
            new Run
            {
                Id = report.RunId, Flow = MasterRecordOrchestration.Looks, Key = flow.Name, State = RunState.Done, Outcome = report.ToString(),
            },
            cancellation);
    }

    /// <summary>Said once, and again only when it is something else.</summary>
    private async Task<LookAnswer> WaitAsync(IMasterFlow flow, string? why, CancellationToken cancellation)
    {
        var before = (string?)null;
        await states.ChangeAsync(
            flow.Name,
            state =>
            {
                before = state.Notice;
                return state with { Notice = why };
            },
            cancellation);
        if (before == why) return new(null, why);
        if (why is null) LogOn(log, flow.Name);
        else LogWaits(log, flow.Name, why);
        return new(null, why);
    }

    [LoggerMessage(1601, LogLevel.Information, "{Flow}: {Report}")]
    private static partial void LogLook(ILogger logger, string flow, LookReport report);

    [LoggerMessage(1602, LogLevel.Warning, "{Flow} rests: {Reason}")]
    private static partial void LogWaits(ILogger logger, string flow, string reason);

    [LoggerMessage(1604, LogLevel.Error, "{Flow}: a look met {Exception}\n{Stack}")]
    private static partial void LogBug(ILogger logger, string flow, string exception, string? stack);

    [LoggerMessage(1603, LogLevel.Information, "{Flow} goes on")]
    private static partial void LogOn(ILogger logger, string flow);
}
