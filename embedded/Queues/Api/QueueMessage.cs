namespace Azure.Storage.Queues.Models;

/// <summary>
/// A received message: hidden from others until <see cref="NextVisibleOn"/>, or until it is deleted or updated.
/// </summary>
public class QueueMessage
{
    internal QueueMessage()
    {
    }

    /// <summary>The id of the message.</summary>
    public string MessageId { get; internal init; } = "";

    /// <summary>Entitles to update or delete it, until it is received again.</summary>
    public string PopReceipt { get; internal init; } = "";

    /// <summary>The body.</summary>
    public BinaryData Body { get; internal init; } = BinaryData.Empty;

    /// <summary>The body as text.</summary>
    public string MessageText => Body.ToString();

    /// <summary>When it becomes visible again.</summary>
    public DateTimeOffset? NextVisibleOn { get; internal init; }

    /// <summary>When it was sent.</summary>
    public DateTimeOffset? InsertedOn { get; internal init; }

    /// <summary>When it vanishes.</summary>
    public DateTimeOffset? ExpiresOn { get; internal init; }

    /// <summary>How often it was received, this time included.</summary>
    public long DequeueCount { get; internal init; }

    /// <summary>The same message after an update.</summary>
    /// <param name="updated">What the update gave.</param>
    public QueueMessage Update(UpdateReceipt updated) => new()
    {
        MessageId = MessageId,
        PopReceipt = updated.PopReceipt,
        Body = Body,
        NextVisibleOn = updated.NextVisibleOn,
        InsertedOn = InsertedOn,
        ExpiresOn = ExpiresOn,
        DequeueCount = DequeueCount,
    };
}
