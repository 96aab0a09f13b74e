namespace Microsoft.DurableTask.Client;

/// <summary>Where an orchestration is in its life.</summary>
public enum OrchestrationRuntimeStatus
{
    /// <summary>It has begun and not ended.</summary>
    Running = 0,

    /// <summary>It has returned.</summary>
    Completed = 1,

    /// <summary>It is about to begin anew.</summary>
    [Obsolete("The ContinuedAsNew status is exposed only for compatibility reasons.")]
    ContinuedAsNew = 2,

    /// <summary>It has ended with an error.</summary>
    Failed = 3,

    /// <summary>Not used.</summary>
    [Obsolete("The Canceled status is not currently used and exposed only for compatibility reasons.")]
    Canceled = 4,

    /// <summary>It was ended by force.</summary>
    Terminated = 5,

    /// <summary>It is stored and has not begun.</summary>
    Pending = 6,

    /// <summary>It is halted.</summary>
    Suspended = 7,
}
