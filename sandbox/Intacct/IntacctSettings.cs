using System.Text.Json.Nodes;
using Isthmus.Sandbox.Hosting;

namespace Isthmus.Sandbox.Intacct;

/// <summary>The switches of the company and of its API user.</summary>
internal sealed class IntacctSettings
{
    /// <summary>The API user's zone, by its IANA name.</summary>
    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    /// <summary>Separator and order: /mdY.</summary>
    public string DateFormat { get; private set; } = "/mdY";

    /// <summary>24 or 12.</summary>
    public int Hours { get; private set; } = 24;

    /// <summary>How long a session lives after its last call.</summary>
    public TimeSpan SessionLife { get; private set; } = TimeSpan.FromHours(6);

    /// <summary>Whether the company has authorised the sender.</summary>
    public bool SenderAuthorised { get; private set; } = true;

    public string UserPassword { get; private set; } = "intacct-user-secret";

    /// <summary>Whether the user's password has run out.</summary>
    public bool PasswordExpired { get; private set; }

    /// <summary>Where the company lives: the part of the address that sessions are good at. Sessions of before a move are gone.</summary>
    public string Pod { get; private set; } = "p02";

    /// <summary>Calls at the same time before GW-0010; 0 sets no limit.</summary>
    public int Concurrency { get; private set; } = 2;

    /// <summary>Whether messages end with a support id and hold HTML entities, as Intacct's do.</summary>
    public bool SupportIds { get; private set; } = true;

    /// <summary>Whether the audit history can be queried.</summary>
    public bool Audit { get; private set; } = true;

    /// <summary>Objects that the user may not list.</summary>
    public IReadOnlyList<string> Denied { get; private set; } = [];

    /// <summary>How long a change stays invisible to queries.</summary>
    public TimeSpan Lag { get; private set; }

    public JsonObject Show() => new()
    {
        ["timeZone"] = Zone.Id, ["dateFormat"] = DateFormat, ["hours"] = Hours, ["sessionMinutes"] = (int)SessionLife.TotalMinutes,
        ["senderAuthorised"] = SenderAuthorised, ["userPassword"] = UserPassword, ["concurrency"] = Concurrency,
        ["passwordExpired"] = PasswordExpired, ["pod"] = Pod, ["supportIds"] = SupportIds,
        ["audit"] = Audit, ["denied"] = new JsonArray([.. Denied.Select(name => (JsonNode)name)]), ["lagSeconds"] = (int)Lag.TotalSeconds,
    };

    public void Change(JsonObject wanted)
    {
        wanted.AllowOnly("timeZone", "dateFormat", "hours", "sessionMinutes", "senderAuthorised", "userPassword", "concurrency",
            "passwordExpired", "pod", "supportIds", "audit", "denied", "lagSeconds");
        var zone = wanted.Get("timeZone", Zone.Id)!;
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found))
            throw new ControlException($"timeZone '{zone}' is not known on this machine.");
        var format = wanted.Get("dateFormat", DateFormat)!;
        if (format.Length != 4) throw new ControlException("dateFormat is a separator and three letters, such as /mdY.");
        (Zone, DateFormat, Hours) = (found, format, wanted.Get("hours", Hours) == 12 ? 12 : 24);
        SessionLife = TimeSpan.FromMinutes(wanted.Get("sessionMinutes", (int)SessionLife.TotalMinutes));
        SenderAuthorised = wanted.Get("senderAuthorised", SenderAuthorised);
        UserPassword = wanted.Get("userPassword", UserPassword)!;
        PasswordExpired = wanted.Get("passwordExpired", PasswordExpired);
        Pod = wanted.Get("pod", Pod)!;
        Concurrency = wanted.Get("concurrency", Concurrency);
        SupportIds = wanted.Get("supportIds", SupportIds);
        Audit = wanted.Get("audit", Audit);
        Denied = wanted.Get("denied", Denied)!;
        Lag = TimeSpan.FromSeconds(wanted.Get("lagSeconds", (int)Lag.TotalSeconds));
    }
}
