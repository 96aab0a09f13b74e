namespace Azure.Storage.Queues.Models;

/// <summary>What a list of queues tells besides their names.</summary>
[Flags]
public enum QueueTraits
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Their metadata.</summary>
    Metadata = 1,
}
