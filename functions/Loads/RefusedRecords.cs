using Isthmus.Core.DeadLetters;
using Isthmus.Core.Failures;
using Isthmus.Core.Runs;
using Isthmus.Core.Tables;
using Microsoft.Extensions.Options;

namespace Isthmus.Functions.Loads;

/// <summary>Keeps a dead letter for each record that a load could not carry, and closes it when the record arrives after all.</summary>
public sealed class RefusedRecords(RunStore runs, DeadLetterStore letters, IOptions<FailurePolicyOptions> policy)
{
    /// <summary>The run of one record.</summary>
    public static string RunOf(string kind, string key) => $"load-{kind}-{TableKey.Escape(key).Replace('%', '_').Replace(' ', '_')}";

    /// <summary>Opens the dead letter. Doing it again changes nothing but its count.</summary>
    public async Task OpenAsync(string kind, string key, Failure failure)
    {
        var record = new LoadRecordInput(kind, key);
        var run = RunOf(kind, key);
        await runs.BeginAsync(new Run
        {
            Id = run, Flow = LoadRecordOrchestration.Flow, Key = record.BusinessKey, Number = key, State = RunState.DeadLettered,
            Outcome = $"{failure.Message} {failure.Cure}",
        });
        await letters.AddAsync(new DeadLetter
        {
            RunId = run, Flow = LoadRecordOrchestration.Flow, Key = record.BusinessKey, Step = nameof(CarryLoadRecord), Failure = failure,
            Owner = FailurePolicy.Owner(failure, policy.Value),
        });
    }

    /// <summary>Closes the dead letter of a record that arrived, whichever way it came.</summary>
    public async Task CloseAsync(string kind, string key)
    {
        var run = RunOf(kind, key);
        if (await letters.FindOpenAsync(run) is null) return;
        await runs.SetStateAsync(run, RunState.Done, "The record arrived.");
        await letters.CloseAsync(run);
    }
}
