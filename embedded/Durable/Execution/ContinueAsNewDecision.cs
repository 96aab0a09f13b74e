using DurableTask.Core.History;

namespace Isthmus.Embedded.Durable.Execution;

/// <summary>What the next execution begins with, and the events that came after the decision.</summary>
internal sealed record ContinueAsNewDecision(string? Input, string? NewVersion)
{
    public List<EventRaisedEvent> Carried { get; } = [];
}
