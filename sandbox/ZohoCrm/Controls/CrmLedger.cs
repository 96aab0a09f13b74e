using System.Text.Json.Nodes;
using Isthmus.Sandbox.ZohoCrm.Notifications;
using Isthmus.Sandbox.ZohoCrm.Organization;
using Isthmus.Sandbox.ZohoCrm.Reading;

namespace Isthmus.Sandbox.ZohoCrm.Controls;

/// <summary>Every record, whole, by module, hidden ones too; then what was deleted, and the channels.</summary>
internal static class CrmLedger
{
    public static JsonObject Of(Org org, Channels channels)
    {
        var json = new RecordJson(org);
        var ledger = new JsonObject();
        foreach (var module in org.Modules.Where(module => !module.IsSubform))
            ledger[module.ApiName] = new JsonArray([.. module.Records.ById(false)
                .Select(record => (JsonNode)json.Whole(module, record))]);
        ledger["deleted"] = new JsonArray([.. org.Deleted.Select(deleted => (JsonNode)new JsonObject
        {
            ["id"] = deleted.Id.ToString(), ["module"] = deleted.Module, ["display_name"] = deleted.Name,
            ["deleted_time"] = org.Show(deleted.Deleted),
        })]);
        ledger["channels"] = new JsonArray([.. channels.Live.Select(channel => (JsonNode)new JsonObject
        {
            ["channel_id"] = channel.ChannelId, ["notify_url"] = channel.NotifyUrl, ["channel_expiry"] = org.Show(channel.Expiry),
            ["events"] = new JsonArray([.. channel.Events.Select(name => (JsonNode)name)]),
        })]);
        return ledger;
    }
}
