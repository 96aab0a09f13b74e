using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Isthmus.Sandbox.Hosting;
using Isthmus.Sandbox.Stripe.Records;

namespace Isthmus.Sandbox.Stripe.Protocol;

/// <summary>Writes objects and pages as JSON, expanded where asked, without copying what is not.</summary>
internal sealed class AnswerWriter(Expansion expansion)
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JsonAnswer.Compact.Encoder };

    public byte[] Write(Answer answer, JsonObject parameters)
    {
        var paths = (parameters["expand"] as JsonArray)?.Select(path => path!.GetValue<string>()).ToList() ?? [];
        foreach (var path in paths) Expansion.CheckDepth(path);
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            switch (answer)
            {
                case RecordPage page: WritePage(json, page, paths); break;
                case SearchPage found: WriteFound(json, found, paths); break;
                case OneRecord one: WriteOne(json, one.Body, paths); break;
            }
        }
        return buffer.WrittenSpan.ToArray();
    }

    private void WriteOne(Utf8JsonWriter json, JsonObject body, List<string> paths) =>
        (paths.Count == 0 ? body : expansion.Apply(body, paths)).WriteTo(json);

    private void WritePage(Utf8JsonWriter json, RecordPage page, List<string> paths)
    {
        json.WriteStartObject();
        json.WriteString("object", "list");
        WriteData(json, page.Data, paths);
        json.WriteBoolean("has_more", page.HasMore);
        json.WriteString("url", page.Url);
        json.WriteEndObject();
    }

    private void WriteFound(Utf8JsonWriter json, SearchPage found, List<string> paths)
    {
        json.WriteStartObject();
        json.WriteString("object", "search_result");
        WriteData(json, found.Data, paths);
        json.WriteBoolean("has_more", found.NextPage is not null);
        json.WriteString("next_page", found.NextPage);
        json.WriteString("url", found.Url);
        json.WriteEndObject();
    }

    private void WriteData(Utf8JsonWriter json, IReadOnlyList<JsonObject> data, List<string> paths)
    {
        var inner = paths.Select(path => path.StartsWith("data.", StringComparison.Ordinal)
            ? path["data.".Length..]
            : throw Refuse.Bad($"This property cannot be expanded ({path}). You may want to try expanding data.{path} instead.",
                param: "expand")).ToList();
        json.WriteStartArray("data");
        foreach (var body in data) WriteOne(json, body, inner);
        json.WriteEndArray();
    }
}
