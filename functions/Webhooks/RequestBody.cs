using Microsoft.AspNetCore.Http;

namespace Isthmus.Functions.Webhooks;

/// <summary>Reads a request's raw bytes up to a limit.</summary>
public static class RequestBody
{
    /// <summary>Vendors' events are far smaller; what is larger is refused before it is read whole.</summary>
    public const int Limit = 1024 * 1024;

    /// <summary>The bytes, or null when there are more than the limit.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <param name="limit">How many bytes it may have.</param>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(
        HttpRequest request, CancellationToken cancellation, int limit = Limit)
    {
        if (request.ContentLength > limit) return null;
        var buffer = new MemoryStream((int)(request.ContentLength ?? 4096));
        var chunk = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(chunk, cancellation)) > 0)
        {
            if (buffer.Length + read > limit) return null;
            buffer.Write(chunk, 0, read);
        }
        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }
}
