namespace DurableTask.Core;

/// <summary>Where an orchestration is in its life, with the numbers of the real framework.</summary>
public enum OrchestrationStatus
{
    /// <summary>It has begun and not ended.</summary>
    Running,

    /// <summary>It has returned.</summary>
    Completed,

    /// <summary>It has begun anew.</summary>
    ContinuedAsNew,

    /// <summary>It has ended with an error.</summary>
    Failed,

    /// <summary>Not used.</summary>
    Canceled,

    /// <summary>It was ended by force.</summary>
    Terminated,

    /// <summary>It is stored and has not begun.</summary>
    Pending,

    /// <summary>It is halted.</summary>
    Suspended,
}
