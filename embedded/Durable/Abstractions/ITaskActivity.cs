namespace Microsoft.DurableTask;

/// <summary>An activity as a class, without its types.</summary>
public interface ITaskActivity
{
    /// <summary>The type of the input.</summary>
    Type InputType { get; }

    /// <summary>The type of the output.</summary>
    Type OutputType { get; }

    /// <summary>Runs it.</summary>
    Task<object?> RunAsync(TaskActivityContext context, object? input);
}
