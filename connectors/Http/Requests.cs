using System.Net.Http.Headers;

namespace Isthmus.Connectors.Http;

/// <summary>Makes the message of a call. A message can be sent once, so each try gets its own.</summary>
internal static class Requests
{
    public static HttpRequestMessage Create(Uri baseAddress, ApiCall call)
    {
        var request = new HttpRequestMessage(call.Method, Under(baseAddress, call.Path));
        request.Headers.Accept.ParseAdd("application/json");
        request.Headers.UserAgent.ParseAdd("Isthmus/1.0");
        if (call.IdempotencyKey is not null) request.Headers.Add("Idempotency-Key", call.IdempotencyKey);
        foreach (var (name, value) in call.Headers) request.Headers.TryAddWithoutValidation(name, value);
        if (call.Method == HttpMethod.Get) return request;
        request.Content = new ReadOnlyMemoryContent(call.Body);
        if (!call.Body.IsEmpty) request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(call.ContentType);
        return request;
    }

    private static Uri Under(Uri baseAddress, string path) =>
        new($"{baseAddress.AbsoluteUri.TrimEnd('/')}/{path.TrimStart('/')}");
}
