using Azure.Core;

namespace Azure.Storage.Queues;

/// <summary>Options of a queue client. The embedded service has no network: retries and transports play no part.</summary>
public partial class QueueClientOptions : ClientOptions
{
    /// <summary>Options for a version of the service.</summary>
    /// <param name="version">The version of the service.</param>
    public QueueClientOptions(ServiceVersion version = ServiceVersion.V2026_10_06)
    {
        if (!Enum.IsDefined(version)) throw new ArgumentOutOfRangeException(nameof(version));
        Version = version;
    }

    /// <summary>
    /// Raised for a received or peeked message whose text is not what <see cref="MessageEncoding"/> says; the message is then
    /// left out of the answer. Without a handler receiving fails.
    /// </summary>
    public event SyncAsyncEventHandler<QueueMessageDecodingFailedEventArgs>? MessageDecodingFailed;

    /// <summary>The version of the service.</summary>
    public ServiceVersion Version { get; }

    /// <summary>How bodies stand in the text that is sent. Both ends of a queue must agree.</summary>
    public QueueMessageEncoding MessageEncoding { get; set; } = QueueMessageEncoding.None;

    internal SyncAsyncEventHandler<QueueMessageDecodingFailedEventArgs>? DecodingFailed => MessageDecodingFailed;
}
