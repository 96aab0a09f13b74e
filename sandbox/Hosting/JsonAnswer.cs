using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Isthmus.Sandbox.Hosting;

/// <summary>Writes JSON answers.</summary>
internal static class JsonAnswer
{
    public static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Bytes(JsonNode node) => JsonSerializer.SerializeToUtf8Bytes(node, Compact);

    public static Task WriteJsonAsync(this HttpResponse response, int status, JsonNode body) =>
        response.WriteJsonAsync(status, Bytes(body));

    public static Task WriteJsonAsync(this HttpResponse response, int status, ReadOnlyMemory<byte> body)
    {
        response.StatusCode = status;
        response.ContentType = "application/json";
        response.ContentLength = body.Length;
        return response.Body.WriteAsync(body).AsTask();
    }
}
