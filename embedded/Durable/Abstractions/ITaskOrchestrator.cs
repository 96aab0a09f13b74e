namespace Microsoft.DurableTask;

/// <summary>An orchestrator as a class, without its types.</summary>
public interface ITaskOrchestrator
{
    /// <summary>The type of the input.</summary>
    Type InputType { get; }

    /// <summary>The type of the output.</summary>
    Type OutputType { get; }

    /// <summary>Runs it.</summary>
    Task<object?> RunAsync(TaskOrchestrationContext context, object? input);
}
