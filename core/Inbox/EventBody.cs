using Isthmus.Core.Payloads;

namespace Isthmus.Core.Inbox;

/// <summary>
/// What a vendor sent: in the event's own row where it is small, so that storing an event is one transaction; in the payload
/// store where it is large.
/// </summary>
/// <param name="Content">The bytes, or null where they lie in the payload store.</param>
/// <param name="Reference">Their reference there, or null.</param>
public sealed record EventBody(ReadOnlyMemory<byte>? Content, string? Reference)
{
    /// <summary>Up to so many bytes lie in the event's row; a property of a table holds 64 KiB.</summary>
    public const int LargestRow = 48 * 1024;

    /// <summary>The body of an event that is about to be stored.</summary>
    public static async Task<EventBody> KeepAsync(
        ReadOnlyMemory<byte> bytes, IPayloadStore payloads, CancellationToken cancellation = default) =>
        bytes.Length <= LargestRow ? new(bytes, null) : new(null, await payloads.PutAsync(bytes, cancellation));

    /// <summary>The bytes.</summary>
    public async Task<ReadOnlyMemory<byte>> ReadAsync(IPayloadStore payloads, CancellationToken cancellation = default) =>
        Content ?? await payloads.GetAsync(Reference!, cancellation);

    /// <summary>A reference that leads to the bytes from elsewhere, such as from a dead letter.</summary>
    public async Task<string> ReferAsync(IPayloadStore payloads, CancellationToken cancellation = default) =>
        Reference ?? await payloads.PutAsync(Content!.Value, cancellation);
}
