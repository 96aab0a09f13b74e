using System.Text.Json.Nodes;
using Isthmus.Sandbox.Hosting;
using Isthmus.Sandbox.Sage300.Data;

namespace Isthmus.Sandbox.Sage300;

/// <summary>The switches of the emulated installation.</summary>
internal sealed class WebApiSettings
{
    private string timeZone = "America/Los_Angeles";

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(timeZone);

    /// <summary>The largest page: PageSize of the server's Web.config.</summary>
    public int PageSize { get; private set; } = 100;

    /// <summary>AllowWebApiAccessForAdmin of the server's Web.config.</summary>
    public bool AdminAllowed { get; private set; }

    public string User { get; private set; } = "ZAPI";

    public string Password { get; private set; } = "SAGE300-SANDBOX";

    /// <summary>Modules for which the user lacks the right "Sage 300 Web API".</summary>
    public IReadOnlyList<string> Forbidden { get; private set; } = [];

    /// <summary>Day End runs: nothing of OE and IC can be posted.</summary>
    public bool DayEndRuns { get; private set; }

    /// <summary>How long the first call takes after 20 idle minutes; 0 where the server never sleeps.</summary>
    public int WakeMs { get; private set; }

    /// <summary>The host that the server puts in its links; empty for the one that was called.</summary>
    public string LinkHost { get; private set; } = "";

    /// <summary>"v4" or "v3": how literals in filters are written.</summary>
    public string Dialect { get; private set; } = "v4";

    /// <summary>Optional fields that are defined.</summary>
    public IReadOnlyList<string> OptionalFields { get; private set; } = Codes.OptionalFields;

    public JsonObject Show() => new()
    {
        ["pageSize"] = PageSize, ["adminAllowed"] = AdminAllowed, ["user"] = User, ["password"] = Password,
        ["forbidden"] = List(Forbidden), ["dayEndRuns"] = DayEndRuns, ["wakeMs"] = WakeMs, ["linkHost"] = LinkHost,
        ["dialect"] = Dialect, ["optionalFields"] = List(OptionalFields), ["timeZone"] = timeZone
    };

    public void Change(JsonObject wanted)
    {
        wanted.AllowOnly("pageSize", "adminAllowed", "user", "password", "forbidden", "dayEndRuns", "wakeMs", "linkHost", "dialect",
            "optionalFields", "timeZone");
        var zone = wanted.Get("timeZone", timeZone)!;
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
            throw new ControlException($"timeZone '{zone}' is not known on this machine.");
        var dialect = wanted.Get("dialect", Dialect)!;
        if (dialect is not ("v3" or "v4")) throw new ControlException($"dialect '{dialect}' is not known. Known: v3, v4.");
        (timeZone, Dialect) = (zone, dialect);
        PageSize = Math.Clamp(wanted.Get("pageSize", PageSize), 1, 1000);
        AdminAllowed = wanted.Get("adminAllowed", AdminAllowed);
        User = wanted.Get("user", User)!;
        Password = wanted.Get("password", Password)!;
        Forbidden = wanted.Get<List<string>>("forbidden") ?? Forbidden;
        DayEndRuns = wanted.Get("dayEndRuns", DayEndRuns);
        WakeMs = wanted.Get("wakeMs", WakeMs);
        LinkHost = wanted.Get("linkHost", LinkHost)!;
        OptionalFields = wanted.Get<List<string>>("optionalFields") ?? OptionalFields;
    }

    private static JsonArray List(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)text)]);
}
