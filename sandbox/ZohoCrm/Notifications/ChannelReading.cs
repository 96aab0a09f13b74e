using System.Text.Json;
using System.Text.Json.Nodes;
using Isthmus.Sandbox.ZohoCrm.Api;
using Isthmus.Sandbox.ZohoCrm.Organization;

namespace Isthmus.Sandbox.ZohoCrm.Notifications;

/// <summary>Reads one item of a subscription; over what was there before, or on its own (vendor notes, section 10.1).</summary>
internal sealed class ChannelReading(Org org, JsonElement item, string path)
{
    private const int MostToken = 50;
    private static readonly TimeSpan usual = TimeSpan.FromHours(1);
    private static readonly TimeSpan longest = TimeSpan.FromDays(7);

    private static readonly HashSet<string> known =
    [
        "channel_id", "events", "channel_expiry", "token", "notify_url", "notify_on_related_action",
        "return_affected_field_values", "notification_condition", "_delete_events",
    ];

    public string ChannelId => Has("channel_id", out var id) ? id.ToString() : "";

    public bool DeletesEvents => Has("_delete_events", out var delete) && delete.ValueKind == JsonValueKind.True;

    /// <param name="before">What a partial change goes over; null for a new or replaced channel.</param>
    public (Channel? Channel, Problem? Problem) Read(Channel? before)
    {
        if (Check() is { } problem) return (null, problem);
        var events = Events(out var wrong);
        if (wrong is not null) return (null, wrong);
        return (new Channel
        {
            ChannelId = ChannelId,
            Events = events,
            NotifyUrl = item.GetProperty("notify_url").GetString()!,
            Expiry = Expiry(before),
            Token = Has("token", out var token) ? token.GetString() : before?.Token,
            NotifyOnRelatedAction = Flag("notify_on_related_action") ?? before?.NotifyOnRelatedAction ?? true,
            ReturnAffectedFieldValues = Flag("return_affected_field_values") ?? before?.ReturnAffectedFieldValues ?? false,
            Condition = Has("notification_condition", out var condition)
                ? JsonNode.Parse(condition.GetRawText()) as JsonArray : before?.Condition,
        }, null);
    }

    /// <summary>The events of the item, .all taken apart.</summary>
    public List<string> Events(out Problem? problem)
    {
        var events = new List<string>();
        problem = null;
        if (!Has("events", out var list)) problem = Problem.Missing("events", path + ".events");
        else if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() == 0)
            problem = Problem.Type("events", path + ".events", "jsonarray");
        else
            foreach (var name in list.EnumerateArray())
            {
                if (Expand(name.ToString()) is not { } expanded) problem = Problem.Value("events", $"{path}.events");
                else events.AddRange(expanded);
            }
        return [.. events.Distinct()];
    }

    private IEnumerable<string>? Expand(string name)
    {
        var dot = name.LastIndexOf('.');
        if (dot < 0) return null;
        var (module, word) = (name[..dot], name[(dot + 1)..]);
        if (module != "users" && (org.Find(module) is not { IsSubform: false } found || !org.IsOpen(found))) return null;
        return word switch
        {
            "all" => [$"{module}.create", $"{module}.edit", $"{module}.delete"],
            "create" or "edit" or "delete" => [name],
            _ => null,
        };
    }

    private Problem? Check()
    {
        if (item.ValueKind != JsonValueKind.Object) return Problem.Type("watch", path, "jsonobject");
        foreach (var member in item.EnumerateObject())
            if (!known.Contains(member.Name)) return Problem.UnknownField(member.Name, $"{path}.{member.Name}");
        if (!Has("channel_id", out _)) return Problem.Missing("channel_id", path + ".channel_id");
        if (!long.TryParse(ChannelId, out _)) return Problem.Type("channel_id", path + ".channel_id", "bigint");
        if (!Has("notify_url", out var url)) return Problem.Missing("notify_url", path + ".notify_url");
        if (!Uri.TryCreate(url.ToString(), UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            return Problem.Value("notify_url", path + ".notify_url");
        if (Has("token", out var token) && token.ValueKind != JsonValueKind.String)
            return Problem.Type("token", path + ".token", "string");
        if (token.ValueKind == JsonValueKind.String && token.GetString()!.Length > MostToken)
            return Problem.TooLong("token", path + ".token", MostToken);
        if (Has("channel_expiry", out var expiry) && !CrmTime.TryRead(expiry.ToString(), out _))
            return Problem.Type("channel_expiry", path + ".channel_expiry", "datetime");
        return Has("notification_condition", out var condition)
            ? ConditionCheck.Run(org, condition, path + ".notification_condition") : null;
    }

    /// <summary>Too far ahead is not cut to the longest: it becomes the usual hour.</summary>
    private DateTimeOffset Expiry(Channel? before)
    {
        if (!Has("channel_expiry", out var given)) return before?.Expiry ?? org.Now + usual;
        CrmTime.TryRead(given.ToString(), out var expiry);
        return expiry <= org.Now || expiry > org.Now + longest ? org.Now + usual : expiry;
    }

    private bool? Flag(string name) =>
        Has(name, out var value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : null;

    private bool Has(string name, out JsonElement value)
    {
        value = default;
        return item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out value)
            && value.ValueKind != JsonValueKind.Null;
    }
}
