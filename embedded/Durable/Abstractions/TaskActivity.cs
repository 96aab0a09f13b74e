namespace Microsoft.DurableTask;

/// <summary>The base of an activity that is written as a class.</summary>
public abstract class TaskActivity<TInput, TOutput> : ITaskActivity
{
    Type ITaskActivity.InputType => typeof(TInput);

    Type ITaskActivity.OutputType => typeof(TOutput);

    async Task<object?> ITaskActivity.RunAsync(TaskActivityContext context, object? input)
    {
        ArgumentNullException.ThrowIfNull(context);
        return input is null or TInput
            ? await RunAsync(context, input is TInput typed ? typed : default!)
            : throw new ArgumentException(
                $"Input type '{input.GetType()}' does not match expected type '{typeof(TInput)}'.", nameof(input));
    }

    /// <summary>Runs it.</summary>
    public abstract Task<TOutput> RunAsync(TaskActivityContext context, TInput input);
}
