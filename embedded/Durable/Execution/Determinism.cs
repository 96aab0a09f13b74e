using DurableTask.Core.Exceptions;
using DurableTask.Core.History;

namespace Isthmus.Embedded.Durable.Execution;

/// <summary>Compares what the code does now with what the history says it did.</summary>
internal static class Determinism
{
    /// <summary>Strikes the recorded action out of the ledger, or throws where the code did something else.</summary>
    public static void Confirm(TaskLedger ledger, HistoryEvent recorded, string instanceId)
    {
        var actual = ledger.Match(recorded.EventId);
        if (actual is null)
        {
            throw new NonDeterministicOrchestrationException(
                $"instance '{instanceId}' has recorded {Describe(recorded)} with sequence number {recorded.EventId}, " +
                "but the current code has not (yet?) scheduled anything there.");
        }
        if (actual.EventType == recorded.EventType
            && string.Equals(NameOf(actual), NameOf(recorded), StringComparison.OrdinalIgnoreCase)) return;
        throw new NonDeterministicOrchestrationException(
            $"instance '{instanceId}' has recorded {Describe(recorded)} with sequence number {recorded.EventId}, " +
            $"but the current code scheduled {Describe(actual)} there.");
    }

    /// <summary>Throws where the code did something in a past step that the history does not hold.</summary>
    public static void ConfirmNothingElse(TaskLedger ledger, string instanceId)
    {
        if (ledger.Actions.FirstOrDefault() is not { } extra) return;
        throw new NonDeterministicOrchestrationException(
            $"the current code of instance '{instanceId}' scheduled {Describe(extra)} with sequence number {extra.EventId}, " +
            "but the history has recorded nothing there.");
    }

    private static string Describe(HistoryEvent action) => action switch
    {
        TaskScheduledEvent task => $"an activity '{task.Name}' (version '{task.Version}')",
        SubOrchestrationInstanceCreatedEvent child => $"a sub-orchestration '{child.Name}' (instance '{child.InstanceId}')",
        EventSentEvent sent => $"an event '{sent.Name}' to instance '{sent.InstanceId}'",
        TimerCreatedEvent timer => $"a timer due {timer.FireAt:O}",
        _ => action.EventType.ToString(),
    };

    private static string? NameOf(HistoryEvent action) => action switch
    {
        TaskScheduledEvent task => task.Name,
        SubOrchestrationInstanceCreatedEvent child => child.Name,
        EventSentEvent sent => sent.Name,
        _ => null,
    };
}
