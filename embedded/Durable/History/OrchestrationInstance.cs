namespace DurableTask.Core;

/// <summary>An instance and one of its executions.</summary>
public class OrchestrationInstance
{
    /// <summary>The instance id.</summary>
    public string? InstanceId { get; set; }

    /// <summary>The execution: another one after each continue-as-new.</summary>
    public string? ExecutionId { get; set; }
}

/// <summary>The orchestration that started another one.</summary>
public class ParentInstance
{
    /// <summary>Its orchestrator.</summary>
    public string? Name { get; set; }

    /// <summary>Its instance.</summary>
    public OrchestrationInstance? OrchestrationInstance { get; set; }

    /// <summary>The event id of the call.</summary>
    public int TaskScheduleId { get; set; }

    /// <summary>Its version.</summary>
    public string? Version { get; set; }
}
