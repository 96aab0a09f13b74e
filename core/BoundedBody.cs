using System.Buffers;

namespace Isthmus.Core;

/// <summary>What a stream from outside holds, up to a limit, in borrowed memory: dispose when it is read.</summary>
public sealed class BoundedBody : IDisposable
{
    private const int Usual = 16 * 1024;
    private byte[] buffer = ArrayPool<byte>.Shared.Rent(Usual);
    private int length;

    private BoundedBody()
    {
    }

    /// <summary>The bytes; not to be used after disposal.</summary>
    public ReadOnlyMemory<byte> Bytes => buffer.AsMemory(0, length);

    /// <summary>Reads to the end; null when there are more bytes than the limit.</summary>
    /// <param name="stream">Where it comes from.</param>
    /// <param name="limit">In bytes.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static async Task<BoundedBody?> ReadAsync(Stream stream, int limit, CancellationToken cancellation)
    {
        var body = new BoundedBody();
        try
        {
            if (await body.FillAsync(stream, limit, cancellation)) return body;
        }
        catch
        {
            body.Dispose();
            throw;
        }
        body.Dispose();
        return null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (buffer.Length > 0) ArrayPool<byte>.Shared.Return(buffer);
        (buffer, length) = ([], 0);
    }

    private async Task<bool> FillAsync(Stream stream, int limit, CancellationToken cancellation)
    {
        int read;
        while ((read = await stream.ReadAsync(buffer.AsMemory(length), cancellation)) > 0)
        {
            length += read;
            if (length > limit) return false;
            if (length == buffer.Length) Grow();
        }
        return true;
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = larger;
    }
}
