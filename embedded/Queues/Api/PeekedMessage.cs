namespace Azure.Storage.Queues.Models;

/// <summary>A message that was looked at and stays visible to others.</summary>
public class PeekedMessage
{
    internal PeekedMessage()
    {
    }

    /// <summary>The id of the message.</summary>
    public string MessageId { get; internal init; } = "";

    /// <summary>The body.</summary>
    public BinaryData Body { get; internal init; } = BinaryData.Empty;

    /// <summary>The body as text.</summary>
    public string MessageText => Body.ToString();

    /// <summary>When it was sent.</summary>
    public DateTimeOffset? InsertedOn { get; internal init; }

    /// <summary>When it vanishes.</summary>
    public DateTimeOffset? ExpiresOn { get; internal init; }

    /// <summary>How often it was received.</summary>
    public long DequeueCount { get; internal init; }
}
