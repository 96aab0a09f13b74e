using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Isthmus.Functions.DeadLetters;

/// <summary>Starts the resubmission of a group.</summary>
/// <param name="Cause">The group's cause.</param>
/// <param name="Trial">How many go first; the rest follows only when none of them fails again.</param>
/// <param name="Operator">Who wants it.</param>
/// <param name="Ask">True to wait after the trial for a person who wants the rest, too.</param>
public sealed record GroupToResubmit(string Cause, int Trial, string Operator, bool Ask = false);

/// <summary>A trial that went through, and how many wait for a person to want them, too.</summary>
public sealed record TrialPassed(int Resubmitted, int Rest);

/// <summary>What came of resubmitting a group.</summary>
public sealed record GroupOutcome(int Resubmitted, int Failed, int Refused, string Message);

/// <summary>Resubmits all entries of one cause: a few first, and the rest only when those go through.</summary>
public static class ResubmitGroupOrchestration
{
    /// <summary>Tells whether the rest is wanted, too.</summary>
    public const string RestEvent = "rest";

    private const int LooksAtTrial = 40;
    private static readonly TimeSpan AnswerPatience = TimeSpan.FromDays(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    /// <summary>Carries the wish out.</summary>
    [Function(nameof(ResubmitGroup))]
    public static async Task<GroupOutcome> ResubmitGroup([OrchestrationTrigger] TaskOrchestrationContext context, GroupToResubmit group)
    {
        var all = await context.CallActivityAsync<List<string>>(nameof(GroupActivities.ListGroup), group.Cause);
        var trial = await SubmitAsync(context, group, all.Take(group.Trial));
        var failed = await AwaitAsync(context, trial.Runs);
        if (failed > 0)
            return new(trial.Runs.Count, failed, trial.Refused, $"{failed} of {trial.Runs.Count} on trial failed again; the rest was left alone.");
        if (group.Ask && all.Count > group.Trial && !await IsWantedAsync(context, new(trial.Runs.Count, all.Count - group.Trial)))
            return new(trial.Runs.Count, 0, trial.Refused, "The trial went through; the rest was left alone.");
        var rest = new SubmittedEntries([], 0);
        foreach (var chunk in all.Skip(group.Trial).Chunk(50))
        {
            var submitted = await SubmitAsync(context, group, chunk);
            rest = new([.. rest.Runs, .. submitted.Runs], rest.Refused + submitted.Refused);
        }
        return new(trial.Runs.Count + rest.Runs.Count, 0, trial.Refused + rest.Refused, "The trial went through; all were resubmitted.");
    }

    /// <summary>Shows how the trial went and waits for a person, for a day at most.</summary>
    private static async Task<bool> IsWantedAsync(TaskOrchestrationContext context, TrialPassed trial)
    {
        context.SetCustomStatus(trial);
        using var over = new CancellationTokenSource();
        var answer = context.WaitForExternalEvent<bool>(RestEvent, over.Token);
        var first = await Task.WhenAny(answer, context.CreateTimer(AnswerPatience, over.Token));
        over.Cancel();
        context.SetCustomStatus(null);
        return first == answer && await answer;
    }

    private static Task<SubmittedEntries> SubmitAsync(TaskOrchestrationContext context, GroupToResubmit group, IEnumerable<string> entries) =>
        context.CallActivityAsync<SubmittedEntries>(nameof(GroupActivities.ResubmitEntries), new EntriesToResubmit([.. entries], group.Operator));

    /// <summary>
    /// Waits until no run of the trial is at work any more, within reason; answers with how many failed or did not end.
    /// </summary>
    private static async Task<int> AwaitAsync(TaskOrchestrationContext context, List<string> runs)
    {
        var pause = TimeSpan.FromMilliseconds(500);
        for (var look = 0; look < LooksAtTrial; look++)
        {
            var trial = await context.CallActivityAsync<TrialState>(nameof(GroupActivities.LookAtRuns), runs);
            if (trial.AtWork == 0) return trial.Failed;
            await context.CreateTimer(pause, CancellationToken.None);
            if (pause < LongestPause) pause *= 2;
        }
        return runs.Count;
    }
}
