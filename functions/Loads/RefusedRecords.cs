using Isthmus.Core.DeadLetters;
using Isthmus.Core.Failures;
using Isthmus.Core.Runs;
using Isthmus.Core.Tables;
using Microsoft.Extensions.Options;

namespace Isthmus.Functions.Loads;

/// <summary>The run of one record that could not be carried with others.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Flow">The flow that carries the record alone.</param>
/// <param name="Key">The business key.</param>
/// <param name="Number">What people call the record.</param>
/// <param name="Step">The step that failed.</param>
public sealed record RecordRun(string Id, string Flow, string Key, string Number, string Step);

/// <summary>Keeps a dead letter for each record that could not be carried with others, and closes it when the record arrives after all.</summary>
public sealed class RefusedRecords(RunStore runs, DeadLetterStore letters, IOptions<FailurePolicyOptions> policy)
{
    /// <summary>What a run says whose record arrived with others.</summary>
    public const string Arrived = "The record arrived.";

    /// <summary>What a run says whose record is not to be had any more.</summary>
    public const string Gone = "The source has the record no more.";

    /// <summary>The run of one record of a load.</summary>
    public static string RunOf(string kind, string key) => $"load-{kind}-{Safe(key)}";

    /// <summary>A key as a part of a run's id.</summary>
    public static string Safe(string key) => TableKey.Escape(key).Replace('%', '_').Replace(' ', '_');

    /// <summary>Opens the dead letter of a load's record. Doing it again changes nothing but its count.</summary>
    public Task OpenAsync(string kind, string key, Failure failure) => OpenAsync(
        new RecordRun(
            RunOf(kind, key), LoadRecordOrchestration.Flow, new LoadRecordInput(kind, key).BusinessKey, key, nameof(CarryLoadRecord)),
        failure);

    /// <summary>Opens the dead letter of a record. Doing it again changes nothing but its count.</summary>
    public async Task OpenAsync(RecordRun run, Failure failure)
    {
        await runs.BeginAsync(new Run
        {
            Id = run.Id, Flow = run.Flow, Key = run.Key, Number = run.Number, State = RunState.DeadLettered,
            Outcome = $"{failure.Message} {failure.Cure}",
        });
        await letters.AddAsync(new DeadLetter
        {
            RunId = run.Id, Flow = run.Flow, Key = run.Key, Step = run.Step, Failure = failure,
            Owner = FailurePolicy.Owner(failure, policy.Value),
        });
    }

    /// <summary>Closes the dead letter of a load's record that arrived, whichever way it came.</summary>
    public Task CloseAsync(string kind, string key) => EndAsync(RunOf(kind, key), Arrived);

    /// <summary>Closes the dead letter of a run whose record arrived, or needs nothing any more, with a note that says so.</summary>
    public async Task EndAsync(string run, string words)
    {
        if (await letters.FindOpenAsync(run) is not { } letter) return;
        if (letter.Notes.Count < DeadLetter.MostNotes) await letters.NoteAsync(letter, Failure.Ours, words);
        await runs.SetStateAsync(run, RunState.Done, words);
        await letters.CloseAsync(run);
    }
}
