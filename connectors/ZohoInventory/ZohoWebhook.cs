using System.Text;
using System.Text.Json;
using Isthmus.Connectors.Json;
using Isthmus.Core;

namespace Isthmus.Connectors.ZohoInventory;

/// <summary>A webhook of a workflow rule: which record changed. Its content is a hint; the record is read again.</summary>
/// <param name="Module">The singular module name: salesorder, package, invoice, item, contact, ...</param>
/// <param name="RecordId">The record's id, digits as text.</param>
/// <param name="Modified">The record's last_modified_time as Zoho wrote it; empty when absent.</param>
/// <param name="Rule">The rule's name from the address's <c>rule</c> parameter; empty when absent.</param>
/// <param name="Record">The record as it came.</param>
public sealed record ZohoWebhook(string Module, string RecordId, string Modified, string Rule, JsonElement Record)
{
    /// <summary>Two deliveries of one fact have the same key. Zoho sends no event id.</summary>
    public string EventKey => $"{Module}:{RecordId}:{Modified}:{Rule}";

    /// <summary>Reads the three kinds of body (JSON, a form with JSONString, form pairs); null when it is none of them.</summary>
    /// <param name="body">The verified body.</param>
    /// <param name="contentType">Its content type.</param>
    /// <param name="rule">The rule's name from the address, where given.</param>
    public static ZohoWebhook? TryRead(ReadOnlySpan<byte> body, string? contentType, string? rule)
    {
        try
        {
            return Find(ZohoWebhookForm.Is(contentType) ? FromForm(body) : SoundJson.Parse(body), rule ?? "");
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonElement FromForm(ReadOnlySpan<byte> body)
    {
        var pairs = ZohoWebhookForm.Read(body);
        var json = pairs.FirstOrDefault(pair => pair.Key.Equals("JSONString", StringComparison.OrdinalIgnoreCase)).Value;
        if (json is not null) return SoundJson.Parse(Encoding.UTF8.GetBytes(json));
        return JsonSerializer.SerializeToElement(
            pairs.GroupBy(pair => pair.Key).ToDictionary(group => group.Key, group => group.First().Value));
    }

    private static ZohoWebhook? Find(JsonElement document, string rule)
    {
        if (document.ValueKind != JsonValueKind.Object) return null;
        foreach (var member in document.EnumerateObject())
            if (IdOf(member.Value, member.Name) is { } id) return Create(member.Name, id, member.Value, rule);
        foreach (var module in ZohoModules.MostSpecificFirst)
            if (IdOf(document, module) is { } id) return Create(module, id, document, rule);
        return null;
    }

    private static string? IdOf(JsonElement record, string module) =>
        ZohoModules.IdNames(module).Select(name => record.Text(name)).FirstOrDefault(id => id is not null);

    private static ZohoWebhook? Create(string module, string id, JsonElement record, string rule) =>
        id.Length is > 0 and <= 30 && id.All(char.IsAsciiDigit)
        && module.Length is > 0 and <= 60 && module.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')
            ? new ZohoWebhook(module, id, record.Text("last_modified_time") ?? "", rule, record) : null;
}
