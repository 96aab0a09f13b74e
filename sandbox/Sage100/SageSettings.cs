using System.Text.Json.Nodes;
using Isthmus.Sandbox.Hosting;
using Isthmus.Sandbox.Sage100.Data;
using Isthmus.Sandbox.Sage100.Schema;
using Isthmus.Sandbox.Sage100.Soap;

namespace Isthmus.Sandbox.Sage100;

/// <summary>The switches of the emulated host and its agent.</summary>
internal sealed class SageSettings
{
    /// <summary>Which release is played: "2018" (shorter columns), "2023",
    /// or "2025" (deleting a purchase order needs a reason).</summary>
    public Release Release { get; private set; } = Release.Sage2023;

    public string ReleaseName => Release.ToString()[4..];

    /// <summary>Whether a ZIP code must be on file in SY_ZipCode.</summary>
    public bool ZipCheck { get; private set; }

    /// <summary>Period end: the agent answers 503.</summary>
    public bool CompanyLocked { get; private set; }

    /// <summary>Whether postings move the stamps of IM_ItemWarehouse; hosts differ.</summary>
    public bool StockStamps { get; private set; } = true;

    /// <summary>Whether what is written is posted at once, as if somebody ran every update all the time.</summary>
    public bool AutoPost { get; private set; }

    /// <summary>The last day, YYYYMMDD, of the periods that are closed; blank while all are open.</summary>
    public string ClosedThrough { get; private set; } = "";

    /// <summary>How many calls the agent serves at once before it answers 429; 0 sets no limit.</summary>
    public int Sessions { get; private set; }

    /// <summary>Keys that callers may use; several during a rotation.</summary>
    public IReadOnlyList<string> Keys { get; private set; } = ["sage-sandbox-key"];

    /// <summary>The host's time zone, by its IANA name.</summary>
    public string TimeZone { get; private set; } = "America/Los_Angeles";

    /// <summary>The switches of eBusiness Web Services.</summary>
    public SoapSettings Soap { get; } = new();

    /// <summary>Sage's words where a posting date lies in a closed period.</summary>
    public string? Closes(Column column, string date) => date.Length > 0 && string.CompareOrdinal(date, ClosedThrough) <= 0
        ? $"{column.Label} {date} is in a closed period." : null;

    public JsonObject Show() => new()
    {
        ["release"] = ReleaseName, ["zipCheck"] = ZipCheck, ["companyLocked"] = CompanyLocked, ["sessions"] = Sessions,
        ["stockStamps"] = StockStamps, ["autoPost"] = AutoPost, ["closedThrough"] = ClosedThrough,
        ["timeZone"] = TimeZone, ["keys"] = new JsonArray([.. Keys.Select(k => (JsonNode)k)]),
        ["soap"] = Soap.Show()
    };

    public void Change(JsonObject wanted)
    {
        wanted.AllowOnly("release", "zipCheck", "companyLocked", "sessions", "timeZone", "keys", "stockStamps", "autoPost",
            "closedThrough", "soap");
        var release = wanted.Get("release", ReleaseName) switch
        {
            "2018" => Release.Sage2018,
            "2023" => Release.Sage2023,
            "2025" => Release.Sage2025,
            var other => throw new ControlException($"release '{other}' is not known. Known: 2018, 2023, 2025.")
        };
        var zone = wanted.Get("timeZone", TimeZone)!;
        if (!HostTime.IsKnown(zone)) throw new ControlException($"timeZone '{zone}' is not known on this machine.");
        (Release, TimeZone) = (release, zone);
        ZipCheck = wanted.Get("zipCheck", ZipCheck);
        CompanyLocked = wanted.Get("companyLocked", CompanyLocked);
        Sessions = wanted.Get("sessions", Sessions);
        StockStamps = wanted.Get("stockStamps", StockStamps);
        AutoPost = wanted.Get("autoPost", AutoPost);
        ClosedThrough = wanted.Get("closedThrough", ClosedThrough)!;
        if (wanted["soap"] is JsonObject soap) Soap.Change(soap);
        Keys = wanted.Get<List<string>>("keys") is { Count: > 0 } keys ? keys : Keys;
    }
}
