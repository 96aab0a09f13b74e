using Microsoft.DurableTask;

namespace Isthmus.Embedded.Durable;

/// <summary>The orchestrators and activities of the app, as the engine calls them.</summary>
internal interface IDurableFunctions
{
    bool HasOrchestrator(string name);

    bool HasActivity(string name);

    /// <summary>
    /// Runs an orchestrator from its first line. Called, and continued, on the orchestrator's own synchronization context;
    /// nothing but durable tasks may be awaited in it. The result is serialized by the engine.
    /// </summary>
    Task<object?> RunOrchestratorAsync(string name, TaskOrchestrationContext context);

    /// <summary>
    /// Runs an activity once. The result is serialized by the engine; an exception is recorded as the activity's failure.
    /// </summary>
    Task<object?> RunActivityAsync(
        string name, string instanceId, string? serializedInput, DataConverter converter, CancellationToken cancellation);
}
