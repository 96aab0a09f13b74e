namespace Azure.Storage.Queues;

/// <summary>How a message's body stands in the text that is sent.</summary>
public enum QueueMessageEncoding
{
    /// <summary>
    /// As plain UTF-8 text. The queue trigger of Azure Functions does not expect this unless host.json says so.
    /// </summary>
    None = 0,

    /// <summary>In Base64, which takes any bytes, and a third more room.</summary>
    Base64 = 1,
}
