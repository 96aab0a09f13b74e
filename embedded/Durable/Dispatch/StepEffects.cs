using Isthmus.Embedded.Durable.Records;

namespace Isthmus.Embedded.Durable.Dispatch;

/// <summary>What is to happen once a transaction is on disk.</summary>
internal sealed class StepEffects
{
    public List<(string InstanceId, Message Message)> Messages { get; } = [];

    public List<ActivityRow> Activities { get; } = [];

    public List<TimerRow> Timers { get; } = [];

    public List<(long Execution, int TaskId)> CancelledTimers { get; } = [];

    /// <summary>Instances that were created, with the time to begin in ticks UTC.</summary>
    public List<InstanceRow> Created { get; } = [];

    /// <summary>Instances whose state has changed.</summary>
    public List<string> Changed { get; } = [];
}
