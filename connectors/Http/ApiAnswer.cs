using System.Net.Http.Headers;
using System.Text.Json;

namespace Isthmus.Connectors.Http;

/// <summary>What came back: the status, the body when it is JSON, and the headers.</summary>
internal sealed record ApiAnswer(int Status, JsonElement? Json, HttpResponseHeaders Headers, TimeSpan? RetryAfter)
{
    /// <summary>No byte came after the headers.</summary>
    public bool Empty { get; init; }

    public bool Success => Status is >= 200 and < 300;

    public string? Header(string name) => Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;
}
