using DurableTask.Core.History;

namespace Isthmus.Embedded.Tests.Model.Durable;

/// <summary>What must hold of every history: it only grows, and nothing in it is answered twice.</summary>
internal sealed class Histories
{
    private readonly Dictionary<string, (string Execution, List<string> Events)> seen = [];

    public IEnumerable<string> Missing(IEnumerable<string> there) => seen.Keys.Except(there).ToList();

    public void Check(string id, IList<HistoryEvent> history)
    {
        if (history.OfType<ExecutionStartedEvent>().SingleOrDefault() is not { } start) return;
        var execution = start.OrchestrationInstance!.ExecutionId!;
        List<string> events = [.. history.Select(e => $"{e.EventType} {e.EventId} {e.Timestamp:O}")];
        if (seen.TryGetValue(id, out var before) && before.Execution == execution)
            Assert.Equal(before.Events, events.Take(before.Events.Count));
        seen[id] = (execution, events);
        Once(history.OfType<TaskCompletedEvent>().Select(e => e.TaskScheduledId)
            .Concat(history.OfType<TaskFailedEvent>().Select(e => e.TaskScheduledId)));
        Once(history.OfType<TimerFiredEvent>().Select(e => e.TimerId));
        Once(history.OfType<SubOrchestrationInstanceCompletedEvent>().Select(e => e.TaskScheduledId)
            .Concat(history.OfType<SubOrchestrationInstanceFailedEvent>().Select(e => e.TaskScheduledId)));
        Once(history.OfType<ExecutionCompletedEvent>().Select(_ => 0));
    }

    private static void Once(IEnumerable<int> answers) => Assert.Distinct(answers);
}
