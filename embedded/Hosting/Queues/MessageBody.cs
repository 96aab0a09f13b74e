using System.Buffers.Text;
using Isthmus.Embedded.Hosting.Settings;

namespace Isthmus.Embedded.Hosting.Queues;

/// <summary>Between a message's text and its body.</summary>
internal static class MessageBody
{
    public static string Encode(BinaryData body, QueueEncoding encoding) =>
        encoding == QueueEncoding.None ? body.ToString() : Convert.ToBase64String(body);

    /// <summary>Null: the text is not what the encoding says.</summary>
    public static BinaryData? Decode(string text, QueueEncoding encoding)
    {
        if (encoding == QueueEncoding.None) return BinaryData.FromString(text);
        if (!Base64.IsValid(text)) return null;
        return BinaryData.FromBytes(Convert.FromBase64String(text));
    }
}
