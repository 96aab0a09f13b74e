using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace Isthmus.Functions.Webhooks;

/// <summary>The record that a Zoho workflow rule sent, out of any of its three body kinds.</summary>
/// <param name="Module">The singular module name: salesorder, package, shipmentorder, invoice.</param>
/// <param name="EventId">Module, record id, last change and rule: Zoho sends no event id.</param>
/// <param name="Json">One JSON object under the module's name.</param>
public sealed record ZohoWebhookRecord(string Module, string EventId, ReadOnlyMemory<byte> Json)
{
    /// <summary>Reads a body: JSON, a form with <c>JSONString</c>, or form pairs.</summary>
    /// <exception cref="JsonException">It names no record.</exception>
    public static ZohoWebhookRecord Read(ReadOnlyMemory<byte> body, string? contentType, string? rule)
    {
        var json = contentType?.Contains("x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true ? FromForm(body) : body;
        using var document = JsonDocument.Parse(json);
        if (document.RootElement.ValueKind != JsonValueKind.Object) throw new JsonException("not an object");
        foreach (var member in document.RootElement.EnumerateObject())
        {
            if (member.Value.ValueKind != JsonValueKind.Object) continue;
            if (!member.Value.TryGetProperty(member.Name + "_id", out var id) || id.ValueKind != JsonValueKind.String) continue;
            return new ZohoWebhookRecord(member.Name, EventId(member.Name, id.GetString()!, member.Value, json, rule), json);
        }
        throw new JsonException("no record");
    }

    private static string EventId(string module, string id, JsonElement record, ReadOnlyMemory<byte> json, string? rule)
    {
        var changed = record.TryGetProperty("last_modified_time", out var time) && time.ValueKind == JsonValueKind.String
            ? time.GetString()!
            : Convert.ToHexStringLower(SHA256.HashData(json.Span))[..16];
        var text = $"{module}:{id}:{changed}:{rule}";
        return text.Length <= 200 ? text : text[..120] + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    private static byte[] FromForm(ReadOnlyMemory<byte> body)
    {
        var pairs = QueryHelpers.ParseQuery(Encoding.UTF8.GetString(body.Span));
        if (pairs.TryGetValue("JSONString", out var json)) return Encoding.UTF8.GetBytes(json.ToString());
        var module = pairs.Keys.FirstOrDefault(k => k is "salesorder_id" or "package_id" or "shipmentorder_id" or "invoice_id")
            ?? throw new JsonException("no record id among the form pairs");
        var record = pairs.ToDictionary(p => p.Key, p => p.Value.ToString());
        return JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object> { [module[..^3]] = record });
    }
}
