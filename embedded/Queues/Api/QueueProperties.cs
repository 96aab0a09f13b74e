namespace Azure.Storage.Queues.Models;

/// <summary>The metadata of a queue and how full it is.</summary>
public class QueueProperties
{
    /// <summary>Properties of an empty queue.</summary>
    public QueueProperties()
    {
    }

    /// <summary>The metadata.</summary>
    public IDictionary<string, string> Metadata { get; internal init; } = new Dictionary<string, string>();

    /// <summary>How many messages there are, hidden ones included, and expired ones that nobody has come across.</summary>
    public int ApproximateMessagesCount => checked((int)ApproximateMessagesCountLong);

    /// <summary>How many messages there are, hidden ones included, and expired ones that nobody has come across.</summary>
    public long ApproximateMessagesCountLong { get; internal init; }
}
