namespace Microsoft.DurableTask;

/// <summary>The base of an orchestrator that is written as a class.</summary>
public abstract class TaskOrchestrator<TInput, TOutput> : ITaskOrchestrator
{
    Type ITaskOrchestrator.InputType => typeof(TInput);

    Type ITaskOrchestrator.OutputType => typeof(TOutput);

    async Task<object?> ITaskOrchestrator.RunAsync(TaskOrchestrationContext context, object? input)
    {
        ArgumentNullException.ThrowIfNull(context);
        return input is null or TInput
            ? await RunAsync(context, input is TInput typed ? typed : default!)
            : throw new ArgumentException(
                $"Input type '{input.GetType()}' does not match expected type '{typeof(TInput)}'.", nameof(input));
    }

    /// <summary>Runs it.</summary>
    public abstract Task<TOutput> RunAsync(TaskOrchestrationContext context, TInput input);
}
