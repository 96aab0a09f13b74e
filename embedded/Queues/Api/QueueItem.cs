namespace Azure.Storage.Queues.Models;

/// <summary>A queue of an account.</summary>
public class QueueItem
{
    internal QueueItem()
    {
    }

    /// <summary>The name of the queue.</summary>
    public string Name { get; internal init; } = "";

    /// <summary>Its metadata, where they were asked for.</summary>
    public IDictionary<string, string>? Metadata { get; internal init; }
}
