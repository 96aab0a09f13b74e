using DurableTask.Core.History;

namespace Isthmus.Functions.Retention;

/// <summary>The data of a history event, as text.</summary>
internal static class HistoryText
{
    public static string Of(HistoryEvent happened) => happened switch
    {
        ExecutionStartedEvent started => started.Input,
        TaskScheduledEvent scheduled => scheduled.Input,
        TaskCompletedEvent completed => completed.Result,
        EventRaisedEvent raised => raised.Input,
        _ => null,
    } ?? "";
}
