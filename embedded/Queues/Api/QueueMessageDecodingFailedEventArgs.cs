using Azure.Storage.Queues.Models;

namespace Azure.Storage.Queues;

/// <summary>
/// A message that could not be decoded; its <see cref="QueueMessage.Body"/> is the text as it stands in the queue.
/// </summary>
public class QueueMessageDecodingFailedEventArgs : SyncAsyncEventArgs
{
    /// <summary>The event for one message, received or peeked.</summary>
    /// <param name="queueClient">The client that met it.</param>
    /// <param name="receivedMessage">The message, where it was received.</param>
    /// <param name="peekedMessage">The message, where it was peeked.</param>
    /// <param name="isRunningSynchronously">Whether a synchronous method met it.</param>
    /// <param name="cancellationToken">The token of that call.</param>
    public QueueMessageDecodingFailedEventArgs(
        QueueClient queueClient,
        QueueMessage? receivedMessage,
        PeekedMessage? peekedMessage,
        bool isRunningSynchronously,
        CancellationToken cancellationToken)
        : base(isRunningSynchronously, cancellationToken)
    {
        Queue = queueClient;
        ReceivedMessage = receivedMessage;
        PeekedMessage = peekedMessage;
    }

    /// <summary>The client that met the message.</summary>
    public QueueClient Queue { get; }

    /// <summary>The message, where it was received.</summary>
    public QueueMessage? ReceivedMessage { get; }

    /// <summary>The message, where it was peeked.</summary>
    public PeekedMessage? PeekedMessage { get; }
}
