using Isthmus.Core;
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
        using var body = await BoundedBody.ReadAsync(request.Body, limit, cancellation);
        return body?.Bytes.ToArray();
    }
}
