using System.Text.Json.Nodes;

namespace Isthmus.Sandbox.ZohoInventory.Api;

/// <summary>What a call returns: code 0, a message and the record under its envelope name.</summary>
internal sealed record Answer(string Message, string? Envelope = null, JsonNode? Content = null, int Status = 200)
{
    public JsonObject? PageContext { get; init; }

    public static Answer Done(string message) => new(message);

    public static Answer Read(string envelope, JsonNode content) => new("success", envelope, content);

    public static Answer Created(string message, string envelope, JsonNode content) => new(message, envelope, content, 201);

    public JsonObject ToJson(string method, bool documentedEnvelopes)
    {
        var answer = new JsonObject { ["code"] = 0, ["message"] = Message };
        if (Envelope is not null) Envelopes.Add(answer, Envelope, Content, method, documentedEnvelopes);
        if (PageContext is not null) answer["page_context"] = PageContext;
        return answer;
    }
}
