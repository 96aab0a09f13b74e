using System.Globalization;
using DurableTask.Core;

namespace Isthmus.Embedded.Durable.Records;

/// <summary>An instance as it is stored; times in ticks UTC. <paramref name="Length"/> counts the rows of its history.</summary>
internal sealed record InstanceRow(
    long Execution,
    string InstanceId,
    string Name,
    string Version,
    OrchestrationStatus Status,
    long Created,
    long Updated,
    long? Completed = null,
    long? StartAt = null,
    string? Input = null,
    string? Output = null,
    string? CustomStatus = null,
    FailureDetails? Failure = null,
    IReadOnlyDictionary<string, string>? Tags = null,
    ParentRow? Parent = null,
    int Length = 0)
{
    public bool HasEnded => Completed is not null;

    public string ExecutionId => Execution.ToString("x16", CultureInfo.InvariantCulture);
}

/// <summary>The execution that waits for an instance as its sub-orchestration.</summary>
internal sealed record ParentRow(string InstanceId, string Name, long Execution, int TaskId);
