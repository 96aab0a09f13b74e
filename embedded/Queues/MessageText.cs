using System.Buffers.Text;
using Azure.Storage.Queues;

namespace Isthmus.Embedded.Queues;

/// <summary>The body of a message as the text that is sent, and back.</summary>
internal static class MessageText
{
    public static string Encode(BinaryData body, QueueMessageEncoding encoding) => encoding switch
    {
        QueueMessageEncoding.None => body.ToString(),
        QueueMessageEncoding.Base64 => Convert.ToBase64String(body.ToMemory().Span),
        _ => throw new ArgumentOutOfRangeException(nameof(encoding)),
    };

    /// <summary>The body; null for a text that is not so encoded.</summary>
    public static BinaryData? TryDecode(string text, QueueMessageEncoding encoding)
    {
        if (encoding == QueueMessageEncoding.None) return BinaryData.FromString(text);
        return Base64.IsValid(text) ? BinaryData.FromBytes(Convert.FromBase64String(text)) : null;
    }
}
