using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Isthmus.Sandbox.ZohoInventory.Organization;

/// <summary>
/// What differs between real organisations, plans and hosts, or is unconfirmed in the vendor notes.
/// Changed by <c>POST /_sandbox/zoho-inventory/settings</c>; unnamed members keep their value.
/// </summary>
internal sealed record Settings
{
    private static readonly JsonSerializerOptions json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        PropertyNameCaseInsensitive = false,
    };

    /// <summary>Calls a minute; 0 = no limit. The vendor's is 100.</summary>
    public int PerMinute { get; init; }

    /// <summary>Calls a day; 0 = no limit. 1,000 on the free plan, 2,000 on Standard.</summary>
    public int PerDay { get; init; }

    /// <summary>Calls in flight; 0 = no limit. 5 on the free plan, 10 on paid ones.</summary>
    public int Concurrency { get; init; } = 10;

    /// <summary>Access tokens a refresh token may mint in ten minutes; 0 = no limit.</summary>
    public int TokensPerTenMinutes { get; init; } = 10;

    /// <summary>Answer refusals of status 400 with status 200, as some hosts do.</summary>
    public bool RefusalsAsOk { get; init; }

    /// <summary>Envelope names of the OpenAPI files in place of the live ones.</summary>
    public bool DocumentedEnvelopes { get; init; }

    /// <summary>"locations" (newer organisations) or "warehouses".</summary>
    public string Places { get; init; } = "locations";

    /// <summary>"physical" (shipments) or "accounting" (invoices): which book is shown as stock on hand.</summary>
    public string StockMode { get; init; } = "physical";

    /// <summary>Sales orders and invoices must be submitted and approved before they are confirmed or sent.</summary>
    public bool Approvals { get; init; }

    /// <summary>Sales returns wait until a person approves them in the product; there is no call that does.</summary>
    public bool ReturnApprovals { get; init; }

    /// <summary>Accept payments for invoices that are still draft. Unconfirmed at the vendor; refused by default.</summary>
    public bool PayDraftInvoices { get; init; }

    /// <summary>Honour last_modified_time on every list, not only on items and invoices.</summary>
    public bool LastModifiedEverywhere { get; init; }

    /// <summary>Workflow rules fire on what the API writes, not only on what people do. Unconfirmed at the vendor.</summary>
    public bool RulesOnApiWrites { get; init; } = true;

    /// <summary>Custom fields left out of an update are cleared.</summary>
    public bool ReplaceCustomFields { get; init; }

    /// <summary>Lines a document may have; 0 = no limit. The vendor publishes none.</summary>
    public int MaxLines { get; init; }

    /// <summary>Round tax once a tax rate over the document, not line by line.</summary>
    public bool RoundTaxPerDocument { get; init; }

    /// <summary>Refuse a second item of the same name. An organisation's preference.</summary>
    public bool UniqueItemNames { get; init; }

    /// <summary>Refuse what would take physical stock below zero.</summary>
    public bool RefuseNegativeStock { get; init; }

    /// <summary>Seconds that lists lag behind creates.</summary>
    public int SearchLagSeconds { get; init; }

    /// <exception cref="JsonException">A name is unknown or a value is of another kind.</exception>
    public Settings With(JsonObject changes)
    {
        var all = JsonSerializer.SerializeToNode(this, json)!.AsObject();
        foreach (var (name, value) in changes) all[name] = value?.DeepClone();
        return all.Deserialize<Settings>(json)!;
    }

    public JsonNode ToJson() => JsonSerializer.SerializeToNode(this, json)!;
}
