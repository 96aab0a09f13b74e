using System.Text.Json;
using Isthmus.Core;

namespace Isthmus.Connectors.Http;

/// <summary>Reads an answer up to a limit, and its JSON if it is JSON.</summary>
internal static class AnswerReader
{
    /// <summary>A vendor that asks for more has lost its mind; asking again after a day costs one call.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    /// <summary>Null when the body is longer than the limit.</summary>
    public static async Task<ApiAnswer?> ReadAsync(HttpResponseMessage response, int limit, TimeProvider time,
        CancellationToken cancellation)
    {
        if (response.Content.Headers.ContentLength > limit) return null;
        await using var stream = await response.Content.ReadAsStreamAsync(cancellation);
        using var body = await BoundedBody.ReadAsync(stream, limit, cancellation);
        if (body is null) return null;
        var json = Parse(body.Bytes.Span);
        return new ApiAnswer((int)response.StatusCode, json, response.Headers, RetryAfter(response, time))
        {
            Body = json is null ? body.Bytes.ToArray() : default,
            Empty = body.Bytes.IsEmpty,
        };
    }

    private static JsonElement? Parse(ReadOnlySpan<byte> body)
    {
        if (body.IsEmpty || body[0] == (byte)'<') return null;
        try { return SoundJson.Parse(body); }
        catch (JsonException) { return null; }
    }

    private static TimeSpan? RetryAfter(HttpResponseMessage response, TimeProvider time)
    {
        var header = response.Headers.RetryAfter;
        var wait = header?.Delta ?? header?.Date - time.GetUtcNow();
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait > LongestWait ? LongestWait : wait;
    }
}
