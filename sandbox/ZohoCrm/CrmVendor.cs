using System.Text.Json;
using System.Text.Json.Nodes;
using Isthmus.Sandbox.Hosting;
using Isthmus.Sandbox.Zoho;
using Isthmus.Sandbox.ZohoCrm.Api;
using Isthmus.Sandbox.ZohoCrm.Controls;
using Isthmus.Sandbox.ZohoCrm.Notifications;
using Isthmus.Sandbox.ZohoCrm.Organization;
using Isthmus.Sandbox.ZohoCrm.Setup;

namespace Isthmus.Sandbox.ZohoCrm;

/// <summary>Zoho CRM, version 8 of its API, for one organisation.</summary>
internal sealed class CrmVendor : IVendor, IAccountsProduct
{
    public const string VendorName = "zoho-crm";

    private readonly SandboxServices services;
    private readonly Org org;
    private readonly Channels channels;
    private readonly CrmLimits limits = new();
    private readonly Announcements announcements;

    public CrmVendor(SandboxServices services, AccountsServer server)
    {
        this.services = services;
        org = new Org(services.Clock);
        channels = new Channels(org);
        announcements = new Announcements(org, channels, services);
        Accounts = new Accounts(services.Clock, services.Ids, new Grant
        {
            RefreshToken = "1000.crm.sandbox.refresh",
            ClientId = "1000.CRMSANDBOX",
            ClientSecret = "crm-sandbox-secret",
            Scopes = CrmScopes.Everything,
        });
        FieldSetup.Start(org);
        server.Add(this);
    }

    public string Name => VendorName;

    public IReadOnlyList<string> Segments => [.. DataCenters.All.Values.Select(center => center.Api), AccountsRoutes.Canada];

    public Accounts Accounts { get; }

    public string ApiPath => "/" + DataCenters.All[org.Location].Api;

    public int DeniedStatus => org.Settings.AccessDeniedStatus;

    public bool IsServedBy(string segment) =>
        segment == DataCenters.All[org.Location].Accounts || (org.FirstAccountsStays && segment == AccountsRoutes.Segment);

    public void Map(IEndpointRouteBuilder routes)
    {
        new CrmRoutes(channels).Map(routes, new CrmGateway(org, Accounts, limits, services, announcements.Announce));
        new CrmControls(this, org, channels, Accounts, limits).Map(routes);
    }

    public JsonNode Ledger() { lock (org.Gate) return CrmLedger.Of(org, channels); }

    /// <summary>Ids go on from where they were; the edition, fields and channels stay.</summary>
    public void Reset()
    {
        lock (org.Gate) org.Forget();
        limits.Reset();
    }

    public JsonNode Save() => CrmSnapshot.Save(org, channels, Accounts);

    public void Load(JsonNode state)
    {
        lock (org.Gate) CrmSnapshot.Load(state, org, channels, Accounts);
        Accounts.MostInWindow = org.Settings.TokensPerTenMinutes;
    }

    public JsonObject Settings() => org.Settings.ToJson();

    public void Configure(JsonObject settings)
    {
        try { org.Settings = org.Settings.With(settings); }
        catch (JsonException exception) { throw new ControlException(exception.Message); }
        Accounts.MostInWindow = org.Settings.TokensPerTenMinutes;
        limits.Reset();
    }

    public JsonNode? FaultAnswer(int status, string? code)
    {
        var refusal = status switch
        {
            401 => CrmRefusal.InvalidToken(),
            403 => new CrmRefusal(status, "NO_PERMISSION", "Permission denied"),
            404 => CrmRefusal.Url(),
            429 => CrmRefusal.TooMany(),
            >= 500 => new CrmRefusal(status, "INTERNAL_ERROR", "Internal Server Error"),
            _ => new CrmRefusal(status, Problem.InvalidData, "invalid data"),
        };
        var answer = refusal.Problem.ToJson();
        if (code is not null) answer["code"] = code;
        return answer;
    }

    /// <summary>Runs a control that changes records as a person in the product would: channels hear of it.</summary>
    public JsonNode Run(Func<JsonNode> control)
    {
        lock (org.Gate)
        {
            org.Happenings.Clear();
            var answer = control();
            if (org.Happenings.Count > 0) announcements.Announce([.. org.Happenings]);
            return answer;
        }
    }
}
