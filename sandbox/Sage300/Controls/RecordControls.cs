using System.Text.Json;
using System.Text.Json.Nodes;
using Isthmus.Sandbox.Hosting;
using Isthmus.Sandbox.Sage300.Api;
using Isthmus.Sandbox.Sage300.Data;
using Isthmus.Sandbox.Sage300.Odata;

namespace Isthmus.Sandbox.Sage300.Controls;

/// <summary>
/// POST /_sandbox/sage-300/records/{module}/{resource}: a list of records that a person creates or changes on a screen, told apart by
/// their keys, whatever the case of the names; <c>{"$delete": [keys]}</c> deletes. Answers the keys.
/// </summary>
internal static class RecordControls
{
    public static void Map(IEndpointRouteBuilder routes, Company company) =>
        routes.MapPost("/_sandbox/sage-300/records/{module}/{resource}", async (HttpContext context, string module, string resource) =>
        {
            var body = await ReadAsync(context.Request);
            var table = company.Find(resource) is { } found && found.Schema.Module == module
                ? found : throw new ControlException($"There is no resource {module}/{resource}.", 404);
            List<string> keys;
            lock (company.Gate) keys = Apply(company, table, body);
            await context.Response.WriteJsonAsync(200, new JsonObject { ["keys"] = new JsonArray([.. keys.Select(key => (JsonNode)key)]) });
        });

    private static List<string> Apply(Company company, Table table, JsonElement body)
    {
        var writer = Resources.OfClerk(company, table);
        try
        {
            return body.ValueKind == JsonValueKind.Array
                ? [.. body.EnumerateArray().Select(record => EntityKey.Shown(Put(table, writer, record).Key))]
                : [.. Deleted(body).Select(key => Delete(table, writer, key))];
        }
        catch (WebApiError refusal)
        {
            throw new ControlException(refusal.Message, 409);
        }
    }

    private static IEnumerable<string> Deleted(JsonElement body) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty("$delete", out var keys) && keys.ValueKind == JsonValueKind.Array
            ? keys.EnumerateArray().Select(key => key.ToString())
            : throw new ControlException("The body must be an array of records, or {\"$delete\": [keys]}.");

    private static Entity Put(Table table, EntityWriter writer, JsonElement record)
    {
        var keys = table.Schema.Keys.Select(key => (Property: table.Schema.Find(key)!, Value: ValueOf(record, key))).ToList();
        var there = keys.Any(key => key.Value is null) ? null
            : writer.Find(keys.Select(key => (key.Property.Name, PropertyValue.Read(key.Property, key.Value!.Value))));
        return there is null ? writer.Insert(record) : writer.Change(there, record);
    }

    private static JsonElement? ValueOf(JsonElement record, string name)
    {
        if (record.ValueKind != JsonValueKind.Object) return null;
        foreach (var member in record.EnumerateObject())
            if (member.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) return member.Value;
        return null;
    }

    private static string Delete(Table table, EntityWriter writer, string key)
    {
        if (table.Find(KeyText.Read(key, table.Schema)) is { } there) writer.Delete(there);
        return key;
    }

    private static async Task<JsonElement> ReadAsync(HttpRequest request)
    {
        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer);
        try { return JsonElement.Parse(buffer.GetBuffer().AsSpan(0, (int)buffer.Length)); }
        catch (JsonException) { throw new ControlException("The body is not JSON."); }
    }
}
