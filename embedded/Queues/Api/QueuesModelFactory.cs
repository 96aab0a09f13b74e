namespace Azure.Storage.Queues.Models;

/// <summary>Makes models for tests of code that uses a client.</summary>
public static class QueuesModelFactory
{
    /// <summary>A received message.</summary>
    public static QueueMessage QueueMessage(
        string messageId,
        string popReceipt,
        BinaryData body,
        long dequeueCount,
        DateTimeOffset? nextVisibleOn = null,
        DateTimeOffset? insertedOn = null,
        DateTimeOffset? expiresOn = null) => new()
        {
            MessageId = messageId,
            PopReceipt = popReceipt,
            Body = body,
            DequeueCount = dequeueCount,
            NextVisibleOn = nextVisibleOn,
            InsertedOn = insertedOn,
            ExpiresOn = expiresOn,
        };

    /// <summary>A received message.</summary>
    public static QueueMessage QueueMessage(
        string messageId,
        string popReceipt,
        string messageText,
        long dequeueCount,
        DateTimeOffset? nextVisibleOn = null,
        DateTimeOffset? insertedOn = null,
        DateTimeOffset? expiresOn = null) =>
        QueueMessage(messageId, popReceipt, BinaryData.FromString(messageText), dequeueCount, nextVisibleOn, insertedOn,
            expiresOn);

    /// <summary>A peeked message.</summary>
    public static PeekedMessage PeekedMessage(
        string messageId, BinaryData message, long dequeueCount, DateTimeOffset? insertedOn = null,
            DateTimeOffset? expiresOn = null) => new()
        {
            MessageId = messageId,
            Body = message,
            DequeueCount = dequeueCount,
            InsertedOn = insertedOn,
            ExpiresOn = expiresOn,
        };

    /// <summary>A peeked message.</summary>
    public static PeekedMessage PeekedMessage(
        string messageId, string messageText, long dequeueCount, DateTimeOffset? insertedOn = null,
            DateTimeOffset? expiresOn = null) =>
        PeekedMessage(messageId, BinaryData.FromString(messageText), dequeueCount, insertedOn, expiresOn);

    /// <summary>What sending a message gives.</summary>
    public static SendReceipt SendReceipt(
        string messageId, DateTimeOffset insertionTime, DateTimeOffset expirationTime, string popReceipt,
            DateTimeOffset timeNextVisible) => new()
        {
            MessageId = messageId,
            InsertionTime = insertionTime,
            ExpirationTime = expirationTime,
            PopReceipt = popReceipt,
            TimeNextVisible = timeNextVisible,
        };

    /// <summary>What updating a message gives.</summary>
    public static UpdateReceipt UpdateReceipt(string popReceipt, DateTimeOffset nextVisibleOn) =>
        new() { PopReceipt = popReceipt, NextVisibleOn = nextVisibleOn };

    /// <summary>A queue of an account.</summary>
    public static QueueItem QueueItem(string name, IDictionary<string, string>? metadata = null) =>
        new() { Name = name, Metadata = metadata };

    /// <summary>The properties of a queue.</summary>
    public static QueueProperties QueueProperties(IDictionary<string, string> metadata, long approximateMessagesCount) =>
        new() { Metadata = metadata, ApproximateMessagesCountLong = approximateMessagesCount };

    /// <summary>The properties of a queue.</summary>
    public static QueueProperties QueueProperties(IDictionary<string, string> metadata, int approximateMessagesCount) =>
        QueueProperties(metadata, (long)approximateMessagesCount);
}
