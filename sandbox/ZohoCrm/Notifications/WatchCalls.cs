using System.Text.Json;
using System.Text.Json.Nodes;
using Isthmus.Sandbox.ZohoCrm.Api;
using Isthmus.Sandbox.ZohoCrm.Metadata;
using Isthmus.Sandbox.ZohoCrm.Writing;

namespace Isthmus.Sandbox.ZohoCrm.Notifications;

/// <summary>/actions/watch: subscribe, renew, replace, leave, look (vendor notes, section 10).</summary>
internal sealed class WatchCalls(Channels channels)
{
    public void Add(CrmRouteList routes)
    {
        routes.Post("/actions/watch", "notifications.CREATE", call =>
            Each(call, 201, reading => Put(call, reading, null, "subscribed")));
        routes.Put("/actions/watch", "notifications.UPDATE", call => Each(call, 200, reading =>
            channels.Find(reading.ChannelId) is null ? NotSubscribed() : Put(call, reading, null, "subscribed")));
        routes.Patch("/actions/watch", "notifications.UPDATE", call => Each(call, 200, reading => Patch(call, reading)));
        routes.Delete("/actions/watch", "notifications.DELETE", Delete);
        routes.Get("/actions/watch", "notifications.READ", List);
    }

    private JsonObject Patch(CrmCall call, ChannelReading reading)
    {
        if (reading.ChannelId.Length == 0) return Problem.Missing("channel_id", "$.watch[0].channel_id").ToJson();
        if (channels.Find(reading.ChannelId) is not { } before) return NotSubscribed();
        if (!reading.DeletesEvents) return Put(call, reading, before, "updated");
        var gone = reading.Events(out var problem);
        if (problem is not null) return problem.ToJson();
        var left = before with { Events = [.. before.Events.Except(gone)] };
        if (left.Events.Count == 0) channels.Remove(left.ChannelId);
        else channels.Put(left);
        return Success(call, before with { Events = gone }, "Successfully removed the subscribe details");
    }

    private JsonObject Put(CrmCall call, ChannelReading reading, Channel? before, string word)
    {
        var (channel, problem) = reading.Read(before);
        if (channel is null) return problem!.ToJson();
        channels.Put(channel);
        return Success(call, channel, word == "updated" ? "Successfully updated the subscribe details"
            : "Successfully subscribed for actions-watch of the given module");
    }

    private CrmAnswer Delete(CrmCall call)
    {
        var results = new List<JsonObject>();
        foreach (var id in call.Several("channel_ids"))
        {
            if (channels.Find(id) is not { } channel) { results.Add(NotSubscribed()); continue; }
            results.AddRange(channel.Modules.Select(module => ItemResult.Success(
                "Successfully un-subscribed from actions-watch", new JsonObject
                {
                    ["resource_uri"] = Uri(call, module),
                    ["resource_id"] = MetaId.Of("module", module).ToString(),
                    ["channel_id"] = id,
                })));
            channels.Remove(id);
        }
        return ItemResult.Answer(call.Org, results, 200, "watch");
    }

    private CrmAnswer List(CrmCall call)
    {
        var (per, page) = (call.PerPage, call.Page);
        var rows = channels.Live.Where(channel => call.Parameter("channel_id") is not { } id || channel.ChannelId == id)
            .SelectMany(channel => channel.Modules, (channel, module) => (channel, module))
            .Where(row => call.Parameter("module") is not { } module || row.module == module)
            .Skip((page - 1) * per).Take(per + 1).Select(row => Row(call, row.channel, row.module)).ToList();
        return rows.Count == 0 ? CrmAnswer.Empty : CrmAnswer.Page("watch", rows, per, page);
    }

    private static JsonObject Row(CrmCall call, Channel channel, string module) => new()
    {
        ["notify_on_related_action"] = channel.NotifyOnRelatedAction,
        ["channel_expiry"] = call.Org.Show(channel.Expiry),
        ["return_affected_field_values"] = channel.ReturnAffectedFieldValues,
        ["resource_uri"] = Uri(call, module),
        ["resource_id"] = MetaId.Of("module", module).ToString(),
        ["notify_url"] = channel.NotifyUrl,
        ["resource_name"] = module,
        ["fields"] = null,
        ["notification_condition"] = channel.Condition?.DeepClone(),
        ["channel_id"] = channel.ChannelId,
        ["events"] = new JsonArray([.. channel.Events.Where(name => name.StartsWith(module + "."))
            .Select(name => (JsonNode)name)]),
        ["token"] = channel.Token,
    };

    private static JsonObject Success(CrmCall call, Channel channel, string message) => ItemResult.Success(message, new JsonObject
    {
        ["events"] = new JsonArray([.. channel.Modules.Select(module => (JsonNode)new JsonObject
        {
            ["channel_expiry"] = call.Org.Show(channel.Expiry),
            ["resource_uri"] = Uri(call, module),
            ["resource_id"] = MetaId.Of("module", module).ToString(),
            ["resource_name"] = module,
            ["channel_id"] = channel.ChannelId,
        })]),
    });

    private static CrmAnswer Each(CrmCall call, int success, Func<ChannelReading, JsonObject> handle)
    {
        var items = Items(call.Body);
        var results = items.Select((item, index) => handle(new ChannelReading(call.Org, item, $"$.watch[{index}]"))).ToList();
        return ItemResult.Answer(call.Org, results, success, "watch");
    }

    /// <summary>The pages have a list; the OpenAPI file has one flat item for PATCH.</summary>
    private static List<JsonElement> Items(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object) throw CrmRefusal.Body("watch", "jsonarray");
        if (!body.TryGetProperty("watch", out var list))
            return body.TryGetProperty("channel_id", out _) ? [body]
                : throw new CrmRefusal(400, Problem.Missing("watch", "$.watch"));
        return list.ValueKind == JsonValueKind.Array && list.GetArrayLength() > 0 ? [.. list.EnumerateArray()]
            : throw CrmRefusal.Body("watch", "jsonarray");
    }

    /// <summary>It says version 2 whatever version subscribed.</summary>
    private static string Uri(CrmCall call, string module) => $"{call.ApiDomain}/crm/v2/{module}";

    private static JsonObject NotSubscribed() => new Problem("NOT_SUBSCRIBED", "given channel id is not subscribed", []).ToJson();
}
