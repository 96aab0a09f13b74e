using System.Text.Json.Nodes;
using Isthmus.Sandbox.Hosting;
using Isthmus.Sandbox.Sage100.Data;
using Isthmus.Sandbox.Sage100.Schema;

namespace Isthmus.Sandbox.Sage100;

/// <summary>The switches of the emulated host and its agent.</summary>
internal sealed class SageSettings
{
    /// <summary>Which release's column lengths hold: "2018" or "2023".</summary>
    public Release Release { get; private set; } = Release.Sage2023;

    public string ReleaseName => Release == Release.Sage2018 ? "2018" : "2023";

    /// <summary>Whether a ZIP code must be on file in SY_ZipCode.</summary>
    public bool ZipCheck { get; private set; }

    /// <summary>Period end: the agent answers 503.</summary>
    public bool CompanyLocked { get; private set; }

    /// <summary>How many calls the agent serves at once before it answers 429; 0 sets no limit.</summary>
    public int Sessions { get; private set; }

    /// <summary>Keys that callers may use; several during a rotation.</summary>
    public IReadOnlyList<string> Keys { get; private set; } = ["sage-sandbox-key"];

    /// <summary>The host's time zone, by its IANA name.</summary>
    public string TimeZone { get; private set; } = "America/Los_Angeles";

    public JsonObject Show() => new()
    {
        ["release"] = ReleaseName, ["zipCheck"] = ZipCheck, ["companyLocked"] = CompanyLocked, ["sessions"] = Sessions,
        ["timeZone"] = TimeZone, ["keys"] = new JsonArray([.. Keys.Select(k => (JsonNode)k)])
    };

    public void Change(JsonObject wanted)
    {
        wanted.AllowOnly("release", "zipCheck", "companyLocked", "sessions", "timeZone", "keys");
        var release = wanted.Get("release", ReleaseName) switch
        {
            "2018" => Release.Sage2018,
            "2023" => Release.Sage2023,
            var other => throw new ControlException($"release '{other}' is not known. Known: 2018, 2023.")
        };
        var zone = wanted.Get("timeZone", TimeZone)!;
        if (!HostTime.IsKnown(zone)) throw new ControlException($"timeZone '{zone}' is not known on this machine.");
        (Release, TimeZone) = (release, zone);
        ZipCheck = wanted.Get("zipCheck", ZipCheck);
        CompanyLocked = wanted.Get("companyLocked", CompanyLocked);
        Sessions = wanted.Get("sessions", Sessions);
        Keys = wanted.Get<List<string>>("keys") is { Count: > 0 } keys ? keys : Keys;
    }
}
