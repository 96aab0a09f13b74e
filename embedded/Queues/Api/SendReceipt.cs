namespace Azure.Storage.Queues.Models;

/// <summary>What sending a message gave.</summary>
public class SendReceipt
{
    internal SendReceipt()
    {
    }

    /// <summary>The id of the message.</summary>
    public string MessageId { get; internal init; } = "";

    /// <summary>When it was sent.</summary>
    public DateTimeOffset InsertionTime { get; internal init; }

    /// <summary>When it vanishes.</summary>
    public DateTimeOffset ExpirationTime { get; internal init; }

    /// <summary>Entitles the sender to update or delete it, until it is received.</summary>
    public string PopReceipt { get; internal init; } = "";

    /// <summary>When it becomes visible.</summary>
    public DateTimeOffset TimeNextVisible { get; internal init; }
}
