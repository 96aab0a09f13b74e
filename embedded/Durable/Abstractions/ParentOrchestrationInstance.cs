namespace Microsoft.DurableTask;

/// <summary>The orchestration that started a sub-orchestration.</summary>
/// <param name="Name">Its orchestrator.</param>
/// <param name="InstanceId">Its instance id.</param>
public record ParentOrchestrationInstance(TaskName Name, string InstanceId);
