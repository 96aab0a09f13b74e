using Azure.Storage.Queues.Models;

namespace Isthmus.Embedded.Queues;

/// <summary>Stored messages as the models of the client. The service tells times to the second.</summary>
internal static class Messages
{
    public static SendReceipt Sent(StoredMessage message) => QueuesModelFactory.SendReceipt(
        message.Id, Second(message.InsertedOn), Second(message.ExpiresOn), message.PopReceipt, Second(message.NextVisibleOn));

    public static QueueMessage Received(StoredMessage message, BinaryData body) => QueuesModelFactory.QueueMessage(
        message.Id, message.PopReceipt, body, message.DequeueCount,
        Second(message.NextVisibleOn), Second(message.InsertedOn), Second(message.ExpiresOn));

    public static PeekedMessage Peeked(StoredMessage message, BinaryData body) => QueuesModelFactory.PeekedMessage(
        message.Id, body, message.DequeueCount, Second(message.InsertedOn), Second(message.ExpiresOn));

    private static DateTimeOffset Second(DateTimeOffset time) =>
        new(time.Ticks - (time.Ticks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
}
