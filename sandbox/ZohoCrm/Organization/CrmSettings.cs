using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Isthmus.Sandbox.ZohoCrm.Organization;

/// <summary>Switches of this stand-in, most for what the vendor leaves open (vendor notes, section 15).</summary>
internal sealed record CrmSettings
{
    private static readonly JsonSerializerOptions json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        PropertyNameCaseInsensitive = false,
    };

    /// <summary>Status of a batch of which some items failed: 207, or 200 as extension sandboxes answer.</summary>
    public int PartialStatus { get; init; } = 207;

    /// <summary>Status of a write of which every item failed: 400, 202 or 200.</summary>
    public int AllFailedStatus { get; init; } = 400;

    /// <summary>Whether errors of a whole write come inside data[], as some examples show, or flat.</summary>
    public bool WrapWriteErrors { get; init; }

    /// <summary>"refuse" (INVALID_DATA) or "ignore" what a layout does not have.</summary>
    public string UnknownFields { get; init; } = "refuse";

    /// <summary>"open" takes new choices, as the vendor does except for a deal's stage; "closed" refuses them.</summary>
    public string PickLists { get; init; } = "open";

    /// <summary>Zone of the token's user: the offsets of every time that is answered.</summary>
    public string UserTimeZone { get; init; } = "America/Chicago";

    /// <summary>How long search does not find what was written.</summary>
    public int SearchLagSeconds { get; init; } = 10;

    /// <summary>Whether If-Modified-Since finds what changed in that very second.</summary>
    public bool ModifiedSinceIsInclusive { get; init; }

    /// <summary>Whether writes through the API notify channels too.</summary>
    public bool ApiWritesNotify { get; init; } = true;

    /// <summary>How long a notification takes.</summary>
    public int NotifyAfterMs { get; init; }

    /// <summary>Tokens of ten minutes; 0 = no limit.</summary>
    public int TokensPerTenMinutes { get; init; } = 10;

    /// <summary>Status of the answer to the token too many: 200 or 400.</summary>
    public int AccessDeniedStatus { get; init; } = 400;

    /// <summary>Credits of any 24 hours; null = as the edition has, 0 = no limit.</summary>
    public int? Credits { get; init; }

    /// <summary>Calls at once; null = as the edition has, 0 = no limit.</summary>
    public int? Concurrency { get; init; }

    /// <summary>Heavy calls at once; 0 = no limit.</summary>
    public int SubConcurrency { get; init; } = 10;

    /// <summary>How long each call takes, so that several are there at once.</summary>
    public int CallMs { get; init; }

    /// <summary>Licensed users; credits grow with them.</summary>
    public int Users { get; init; } = 25;

    /// <summary>Whether several currencies are switched on, where the edition has them.</summary>
    public bool MultiCurrency { get; init; } = true;

    /// <summary>Values that an "in" of COQL may list; pages of the vendor say 50 and 100.</summary>
    public int InValues { get; init; } = 50;

    /// <summary>Rows that one document may have.</summary>
    public int MostRows { get; init; } = 100;

    public JsonObject ToJson() => (JsonObject)JsonSerializer.SerializeToNode(this, json)!;

    /// <exception cref="JsonException">A name is unknown or a value has the wrong type.</exception>
    public CrmSettings With(JsonObject changes)
    {
        var next = ToJson();
        foreach (var (name, value) in changes) next[name] = value?.DeepClone();
        var read = next.Deserialize<CrmSettings>(json)!;
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(read.UserTimeZone, out _))
            throw new JsonException($"userTimeZone '{read.UserTimeZone}' is not a known zone.");
        return read;
    }
}
