using System.Text.Json;
using Isthmus.Connectors.ZohoInventory;
using Isthmus.Core.Inbox;
using Isthmus.Core.Tables;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.Webhooks;

/// <summary>
/// Zoho sends no events, only records that changed; this makes one event of each change, the same for webhook and sweep.
/// </summary>
public static class ZohoEvents
{
    /// <summary>Takes the change; false when it was known and has been dealt with.</summary>
    public static Task<bool> TakeAsync(WebhookIntake intake, ZohoWebhook change, string source, CancellationToken cancellation)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, JsonElement> { [change.Module] = change.Record });
        return intake.TakeAsync(ZohoInventoryOptions.Id, EventId(change), change.Module, body, source, cancellation);
    }

    /// <summary>
    /// True when the rule that sent the change says that the record was deleted: Zoho sends it as it was, so that nothing but the rule's
    /// name in the address tells.
    /// </summary>
    public static bool SaysDeleted(InboxEvent received) => received.EventId.Contains("delete", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Zoho's times of change are whole seconds: a new status in the same second is another change, and so is another content of a
    /// contact, which has no status that moves. Where Zoho names no time, the record's content tells two changes apart.
    /// </summary>
    private static string EventId(ZohoWebhook change)
    {
        var version = change.Modified.Length is > 0 and <= 40 ? change.Modified : TableKey.Personal(change.Record.GetRawText());
        var rule = change.Rule.Length <= 60 ? change.Rule : TableKey.Personal(change.Rule);
        return $"{change.Module}:{change.RecordId}:{version}:{rule}{Status(change.Record)}{Content(change)}";
    }

    private static string Content(ZohoWebhook change) =>
        change.Module == "contact" ? ":" + TableKey.Personal(change.Record.GetRawText())[..16] : "";

    private static string Status(JsonElement record) =>
        record.FindText("status") is { Length: > 0 and <= 30 } status && status.All(c => char.IsAsciiLetter(c) || c == '_') ? ":" + status : "";
}
