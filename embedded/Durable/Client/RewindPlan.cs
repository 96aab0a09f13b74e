using DurableTask.Core.History;

namespace Isthmus.Embedded.Durable.Client;

/// <summary>What a failed history becomes when it is set back to before its failure.</summary>
/// <param name="Dropped">Positions to remove.</param>
/// <param name="Again">What came in during dropped steps and is to come in once more.</param>
/// <param name="Open">Activities, timers and sub-orchestrations that are without a result then.</param>
/// <param name="IsEmpty">Whether nothing is left, so that the orchestration begins anew.</param>
internal sealed record RewindPlan(
    IReadOnlyList<int> Dropped, IReadOnlyList<HistoryEvent> Again, IReadOnlyList<HistoryEvent> Open, bool IsEmpty)
{
    /// <summary>
    /// Where nothing was done after a task failed, its failure alone is forgotten. Otherwise whole steps are, from the one
    /// that saw the last failure on: the history stays one that the code can repeat.
    /// </summary>
    public static RewindPlan Of(IReadOnlyList<(int Position, HistoryEvent Event)> history)
    {
        var lastAction = history.Select(entry => entry.Event).ToList().FindLastIndex(IsAction);
        var unanswered = history.Skip(lastAction + 1)
            .Where(entry => IsFailure(entry.Event)).Select(entry => entry.Position).ToHashSet();
        var dropped = unanswered.Count > 0
            ? history.Where(entry => unanswered.Contains(entry.Position) || entry.Event is ExecutionCompletedEvent).ToList()
            : history.Skip(StepOfLastFailure(history)).ToList();
        var positions = dropped.Select(entry => entry.Position).ToHashSet();
        var kept = history.Where(entry => !positions.Contains(entry.Position)).Select(entry => entry.Event).ToList();
        var actions = kept.Where(IsAction).ToList();
        var ids = actions.Select(action => action.EventId).ToHashSet();
        var again = dropped.Select(entry => entry.Event)
            .Where(e => e is EventRaisedEvent || (ResultOf(e) is { } id && !IsFailure(e) && ids.Contains(id))).ToList();
        var answered = kept.Concat(again).Select(ResultOf).OfType<int>().ToHashSet();
        return new RewindPlan(
            [.. positions], again, actions.FindAll(action => !answered.Contains(action.EventId)), kept.Count == 0);
    }

    private static int StepOfLastFailure(IReadOnlyList<(int Position, HistoryEvent Event)> history)
    {
        var events = history.Select(entry => entry.Event).ToList();
        var failure = events.FindLastIndex(IsFailure);
        if (failure < 0) failure = events.FindLastIndex(e => e is ExecutionCompletedEvent);
        return Math.Max(0, events.FindLastIndex(Math.Max(0, failure), e => e is OrchestratorStartedEvent));
    }

    private static bool IsAction(HistoryEvent e) =>
        e is TaskScheduledEvent or TimerCreatedEvent or SubOrchestrationInstanceCreatedEvent or EventSentEvent;

    private static bool IsFailure(HistoryEvent e) => e is TaskFailedEvent or SubOrchestrationInstanceFailedEvent;

    private static int? ResultOf(HistoryEvent e) => e switch
    {
        TaskCompletedEvent done => done.TaskScheduledId,
        TaskFailedEvent failed => failed.TaskScheduledId,
        SubOrchestrationInstanceCompletedEvent done => done.TaskScheduledId,
        SubOrchestrationInstanceFailedEvent failed => failed.TaskScheduledId,
        TimerFiredEvent fired => fired.TimerId,
        _ => null,
    };
}
