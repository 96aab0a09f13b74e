using Isthmus.Core.DeadLetters;
using Isthmus.Core.Failures;
using Isthmus.Core.Runs;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Options;

namespace Isthmus.Functions.Operators;

/// <summary>A run whose record did not agree with its orchestration.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Shown">The state it was shown in.</param>
/// <param name="Found">What its orchestration is: completed, failed, terminated, missing; or the state that a list had
/// missed.</param>
/// <param name="Now">The state it is shown in from now on.</param>
public sealed record SweptRun(string RunId, RunState Shown, string Found, RunState Now);

/// <summary>Finds runs that are shown as under way although they have ended, and tells the truth about them.</summary>
public sealed class RunSweep(RunStore runs, DeadLetterStore letters, IOptions<FailurePolicyOptions> policy, TimeProvider time)
{
    private static readonly RunState[] UnderWay = [RunState.Running, RunState.Waiting, RunState.Held];

    /// <summary>
    /// Looks at every run that is under way and has not changed for a while; the cost does not grow with those that ended.
    /// </summary>
    public async Task<IReadOnlyList<SweptRun>> SweepAsync(DurableTaskClient client, TimeSpan quiet, CancellationToken cancellation)
    {
        var swept = new List<SweptRun>();
        var before = time.GetUtcNow() - quiet;
        foreach (var flow in Flows.All)
        {
            foreach (var state in UnderWay)
            {
                foreach (var listed in await AllAsync(new RunQuery(flow, state), cancellation))
                {
                    if (listed.UpdatedAt <= before && await LookAsync(listed, client, before, cancellation) is { } found) swept.Add(found);
                }
            }
        }
        return swept;
    }

    private async Task<SweptRun?> LookAsync(Run listed, DurableTaskClient client, DateTimeOffset before, CancellationToken cancellation)
    {
        // First the orchestration, then the run: an ending that happens in between is seen in the run.
        var instance = await client.GetInstanceAsync(listed.Id, getInputsAndOutputs: true, cancellation);
        var run = await runs.FindAsync(listed.Id, cancellation);
        if (run is null || run.UpdatedAt > before) return null;
        if (run.State != listed.State)
        {
            await runs.ReindexAsync(run);
            return new SweptRun(run.Id, listed.State, run.State.ToString(), run.State);
        }
        return instance is { IsCompleted: false } ? null : await ConvergeAsync(run, instance, cancellation);
    }

    private async Task<SweptRun> ConvergeAsync(Run run, OrchestrationMetadata? instance, CancellationToken cancellation)
    {
        var found = instance?.RuntimeStatus.ToString() ?? "Missing";
        var known = await letters.FindOpenAsync(run.Parent ?? run.Id, cancellation);
        if (instance?.RuntimeStatus == OrchestrationRuntimeStatus.Completed && known is null)
        {
            await runs.SetStateAsync(run.Id, RunState.Done, instance.ReadOutputAs<string>(), cancellation: cancellation);
            return new SweptRun(run.Id, run.State, found, RunState.Done);
        }
        if (known is null) await letters.AddAsync(Letter(run, found), cancellation);
        var failure = known?.Failure ?? Ended(found);
        await runs.SetStateAsync(run.Id, RunState.DeadLettered, $"{failure.Message} {failure.Cure}", cancellation: cancellation);
        return new SweptRun(run.Id, run.State, found, RunState.DeadLettered);
    }

    private DeadLetter Letter(Run run, string found) => new()
    {
        RunId = run.Parent ?? run.Id,
        LatestRun = run.Id,
        Flow = run.Flow,
        Key = run.Key,
        Step = "Orchestration",
        Failure = Ended(found),
        Owner = FailurePolicy.Owner(Ended(found), policy.Value),
    };

    private static Failure Ended(string found) => new(
        FailureClass.Bug, "isthmus", "carry the record", "orchestration-" + found.ToLowerInvariant(),
        $"The run's orchestration is {found.ToLowerInvariant()} although the run had not ended.",
        "Resubmit it: what was written before is found, not written twice.");

    private async Task<List<Run>> AllAsync(RunQuery query, CancellationToken cancellation)
    {
        var all = new List<Run>();
        string? continuation = null;
        do
        {
            (var page, continuation) = await runs.ListAsync(query, 500, continuation, cancellation);
            all.AddRange(page);
        }
        while (continuation is not null);
        return all;
    }
}
