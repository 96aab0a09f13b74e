using System.Buffers.Binary;

namespace Isthmus.Embedded.Queues;

/// <summary>Message ids and pop receipts, made of what the row holds, so that neither needs a column or an index.</summary>
internal static class MessageIds
{
    public static string Of(long row, long inserted)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes, inserted);
        BinaryPrimitives.WriteInt64BigEndian(bytes[8..], row);
        return new Guid(bytes, bigEndian: true).ToString();
    }

    /// <summary>The row of a message id; null for what no queue here ever gave out.</summary>
    public static long? Row(string messageId)
    {
        if (!Guid.TryParse(messageId, out var id)) return null;
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        return BinaryPrimitives.ReadInt64BigEndian(bytes[8..]);
    }

    public static string Receipt(long row, long receipt)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes, row);
        BinaryPrimitives.WriteInt64BigEndian(bytes[8..], receipt);
        return Convert.ToBase64String(bytes);
    }
}
