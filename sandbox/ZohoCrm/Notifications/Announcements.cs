using System.Text;
using System.Text.Json.Nodes;
using Isthmus.Sandbox.Hosting;
using Isthmus.Sandbox.Webhooks;
using Isthmus.Sandbox.ZohoCrm.Metadata;
using Isthmus.Sandbox.ZohoCrm.Organization;
using Isthmus.Sandbox.ZohoCrm.Reading;
using Isthmus.Sandbox.ZohoCrm.Records;
using Microsoft.AspNetCore.WebUtilities;

namespace Isthmus.Sandbox.ZohoCrm.Notifications;

/// <summary>Posts what happened to the channels that ask for it: ids, not records; once, unsigned.</summary>
internal sealed class Announcements(Org org, Channels channels, SandboxServices services)
{
    /// <summary>Called under the organisation's gate. What one call did to one module goes out as one notification.</summary>
    public void Announce(IReadOnlyList<Happening> happenings)
    {
        var live = channels.Live;
        if (live.Count == 0) return;
        foreach (var group in happenings.GroupBy(happening => (happening.Module, happening.Operation)))
            foreach (var channel in live.Where(channel => channel.IsFor(group.Key.Module.ApiName, Word(group.Key.Operation))))
                if (Wanted(channel, group) is { Count: > 0 } wanted) Send(channel, group.Key.Module, group.Key.Operation, wanted);
    }

    private static List<Happening> Wanted(Channel channel, IEnumerable<Happening> happenings) => [.. happenings.Where(happening =>
        happening.Operation != Operation.Update || ConditionCheck.Wants(channel.Condition, happening.Module, happening.Fields))];

    private void Send(Channel channel, CrmModule module, Operation operation, List<Happening> happenings)
    {
        var ids = happenings.Select(happening => happening.Record.Id.ToString()).Distinct().ToList();
        var body = Encoding.UTF8.GetBytes(Body(channel, module, operation, happenings, ids).ToJsonString(JsonAnswer.Compact));
        var message = new WebhookMessage(CrmVendor.VendorName, $"{module.ApiName}.{Word(operation)} {string.Join(' ', ids)}",
            new Uri(channel.NotifyUrl), body, "application/json;charset=UTF-8", _ => [], [],
            () => channels.Find(channel.ChannelId) is not null, _ => { });
        if (org.Settings.NotifyAfterMs == 0) services.Webhooks.Send(message);
        else _ = LaterAsync(message, TimeSpan.FromMilliseconds(org.Settings.NotifyAfterMs));
    }

    private async Task LaterAsync(WebhookMessage message, TimeSpan wait)
    {
        await Task.Delay(wait, services.Clock);
        services.Webhooks.Send(message);
    }

    private JsonObject Body(Channel channel, CrmModule module, Operation operation, List<Happening> happenings, List<string> ids)
    {
        var body = new JsonObject
        {
            ["server_time"] = services.Clock.GetUtcNow().ToUnixTimeMilliseconds(),
            ["query_params"] = Query(channel.NotifyUrl),
            ["module"] = module.ApiName,
            ["resource_uri"] = $"https://www.zohoapis.{(org.Location == "ca" ? "ca" : "com")}/crm/v2/{module.ApiName}",
            ["ids"] = new JsonArray([.. ids.Select(id => (JsonNode)id)]),
            ["affected_fields"] = operation == Operation.Insert ? [] : new JsonArray([.. happenings.Select(Affected)]),
            ["operation"] = operation.ToString().ToLowerInvariant(),
            ["channel_id"] = channel.ChannelId,
            ["token"] = channel.Token,
        };
        if (channel.ReturnAffectedFieldValues) body["affected_values"] = Values(module, operation, happenings);
        return body;
    }

    private static JsonNode Affected(Happening happening) => new JsonObject
    {
        [happening.Record.Id.ToString()] = new JsonArray([.. happening.Fields.Select(name => (JsonNode)name)]),
    };

    private JsonArray Values(CrmModule module, Operation operation, List<Happening> happenings)
    {
        var json = new RecordJson(org);
        return [.. happenings.Select(happening => (JsonNode)new JsonObject
        {
            ["record_id"] = happening.Record.Id.ToString(),
            ["values"] = operation == Operation.Delete ? new JsonObject()
                : new JsonObject(happening.Fields.Select(module.Find).OfType<CrmField>()
                    .Select(field => KeyValuePair.Create(field.ApiName, json.Value(module, happening.Record, field)))),
        })];
    }

    private static JsonObject Query(string url) => new(QueryHelpers.ParseQuery(new Uri(url).Query)
        .Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value.ToString())));

    /// <summary>Subscriptions and notifications have different words for the same.</summary>
    private static string Word(Operation operation) => operation switch
    {
        Operation.Insert => "create", Operation.Update => "edit", _ => "delete",
    };
}
