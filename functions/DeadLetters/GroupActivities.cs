using Isthmus.Core.DeadLetters;
using Isthmus.Core.Runs;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Isthmus.Functions.DeadLetters;

/// <summary>Entries to resubmit, by the operator who wants it.</summary>
public sealed record EntriesToResubmit(List<string> Entries, string Operator);

/// <summary>The runs that were started, and how many entries could not be resubmitted.</summary>
public sealed record SubmittedEntries(List<string> Runs, int Refused);

/// <summary>How the runs of a trial stand.</summary>
public sealed record TrialState(int AtWork, int Failed);

/// <summary>The steps of resubmitting a group.</summary>
public sealed class GroupActivities(DeadLetterStore letters, RunStore runs, Resubmission resubmission)
{
    /// <summary>No group is larger; what is left over is a group again.</summary>
    private const int Most = 2000;

    /// <summary>The open entries of a cause.</summary>
    [Function(nameof(ListGroup))]
    public async Task<List<string>> ListGroup([ActivityTrigger] string cause)
    {
        var found = new List<string>();
        string? continuation = null;
        do
        {
            (var page, continuation) = await letters.ListAsync(new DeadLetterQuery { Cause = cause }, 500, continuation);
            found.AddRange(page.Select(letter => letter.RunId));
        }
        while (continuation is not null && found.Count < Most);
        return found;
    }

    /// <summary>
    /// Resubmits entries from their start; one that is at work already counts as resubmitted, so that a repeat changes nothing.
    /// </summary>
    [Function(nameof(ResubmitEntries))]
    public async Task<SubmittedEntries> ResubmitEntries(
        [ActivityTrigger] EntriesToResubmit wanted, [DurableClient] DurableTaskClient client)
    {
        var started = new List<string>();
        foreach (var id in wanted.Entries)
        {
            if (await letters.FindOpenAsync(id) is not { } letter) continue;
            var done = await resubmission.ResubmitAsync(letter, false, wanted.Operator, client, CancellationToken.None);
            if (done.RunId is not null || await runs.FindAsync(id) is { State: RunState.Running }) started.Add(id);
        }
        return new(started, wanted.Entries.Count - started.Count);
    }

    /// <summary>How many are still at work, and how many are dead letters again.</summary>
    [Function(nameof(LookAtRuns))]
    public async Task<TrialState> LookAtRuns([ActivityTrigger] List<string> ids)
    {
        var states = new List<RunState?>();
        foreach (var id in ids) states.Add((await runs.FindAsync(id))?.State);
        return new(states.Count(s => s == RunState.Running), states.Count(s => s == RunState.DeadLettered));
    }
}
