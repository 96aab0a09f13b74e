namespace Microsoft.DurableTask;

/// <summary>An activity or sub-orchestration failed; thrown where the orchestrator awaits it.</summary>
public sealed class TaskFailedException : Exception
{
    /// <summary>A failure caused by an exception at hand.</summary>
    public TaskFailedException(string taskName, int taskId, Exception innerException)
        : base(Describe(taskName, taskId, innerException.Message), innerException)
    {
        TaskName = taskName;
        TaskId = taskId;
        FailureDetails = TaskFailureDetails.FromException(innerException);
    }

    /// <summary>A failure that was recorded elsewhere.</summary>
    public TaskFailedException(string taskName, int taskId, TaskFailureDetails failureDetails)
        : base(Describe(taskName, taskId, failureDetails.ErrorMessage))
    {
        TaskName = taskName;
        TaskId = taskId;
        FailureDetails = failureDetails;
    }

    /// <summary>The activity's or orchestrator's name.</summary>
    public string TaskName { get; }

    /// <summary>The sequence number of the task in its orchestration.</summary>
    public int TaskId { get; }

    /// <summary>What went wrong.</summary>
    public TaskFailureDetails FailureDetails { get; }

    /// <summary>Whether the error was exactly of type <typeparamref name="T"/>.</summary>
    [Obsolete("Use the FailureDetails property and its IsCausedBy<T>() method")]
    public bool IsCausedByException<T>() where T : Exception => FailureDetails.ErrorType == typeof(T).FullName;

    private static string Describe(string name, int id, string message) =>
        $"Task '{name}' (#{id}) failed with an unhandled exception: {message}";
}
