using Isthmus.Embedded.Durable.Execution;
using Isthmus.Embedded.Durable.Records;

namespace Isthmus.Embedded.Durable.Dispatch;

/// <summary>An execution that is in memory, with the row that says where it stands in the store.</summary>
internal sealed class OrchestrationSession(InstanceRow row)
{
    public InstanceRow Row { get; set; } = row;

    /// <summary>The code's state; null until the first step.</summary>
    public OrchestrationExecution? Execution { get; set; }

    /// <summary>The last custom status as text; the row holds it as stored.</summary>
    public string? CustomStatus { get; set; }

    /// <summary>Messages that cannot be acted on yet.</summary>
    public List<Message> Deferred { get; set; } = [];
}
