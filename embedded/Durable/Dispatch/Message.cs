using DurableTask.Core.History;

namespace Isthmus.Embedded.Durable.Dispatch;

/// <summary>Something for an instance to act on.</summary>
/// <param name="Event">What to add to its history; null: nothing, only begin.</param>
/// <param name="Execution">The execution that it is for; 0: whichever there is.</param>
/// <param name="InboxId">Its number in the inbox; 0: it is not stored there, and happens again after a crash.</param>
internal sealed record Message(HistoryEvent? Event, long Execution = 0, long InboxId = 0)
{
    /// <summary>Whether the execution has awaited something that is not durable.</summary>
    public bool IsForeignAwait { get; init; }

    public static Message Begin(long execution) => new(null, execution);
}
