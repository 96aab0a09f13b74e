using System.Net.Http.Headers;
using System.Text.Json;

namespace Isthmus.Connectors.Http;

/// <summary>What came back: the status, the body when it is JSON, and the headers.</summary>
internal sealed record ApiAnswer(int Status, JsonElement? Json, HttpResponseHeaders Headers, TimeSpan? RetryAfter)
{
    /// <summary>No byte came after the headers.</summary>
    public bool Empty { get; init; }

    /// <summary>The body as it came, where it is not JSON.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>What a judge made of the body, so that nobody has to read it twice.</summary>
    public object? Reading { get; set; }

    public bool Success => Status is >= 200 and < 300;

    /// <summary>
    /// Only the vendor's own words tell what it means: it is good, or it refuses what was sent. Where the body is cut, or is the
    /// page of what stands between, it says nothing of the record, nor whether a write was done.
    /// </summary>
    public bool NeedsWords => Success || Status is 400 or 404 or 409 or 422;

    public string? Header(string name) => Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;
}
