using System.Text.Json;
using System.Text.Json.Nodes;
using Isthmus.Sandbox.Hosting;
using Isthmus.Sandbox.Zoho;
using Isthmus.Sandbox.ZohoInventory.Api;
using Isthmus.Sandbox.ZohoInventory.Controls;
using Isthmus.Sandbox.ZohoInventory.Organization;
using Isthmus.Sandbox.ZohoInventory.Webhooks;

namespace Isthmus.Sandbox.ZohoInventory;

/// <summary>Zoho Inventory and its accounts server, for one organisation.</summary>
internal sealed class ZohoVendor : IVendor, IAccountsProduct
{
    public const string VendorName = "zoho-inventory";

    private readonly Company company = new();
    private readonly Limits limits = new();
    private readonly SandboxServices services;
    private readonly Accounts accounts;
    private readonly WebhookRules rules;
    private readonly Pipeline pipeline;
    private readonly AccountsServer server;

    public ZohoVendor(SandboxServices services, AccountsServer server)
    {
        (this.services, this.server) = (services, server);
        accounts = new Accounts(services.Clock, services.Ids, new Grant
        {
            RefreshToken = "1000.sandbox.refresh",
            ClientId = "1000.SANDBOX",
            ClientSecret = "zoho-sandbox-secret",
            Scopes = ["ZohoInventory.FullAccess.all"],
        });
        server.Add(this);
        rules = new WebhookRules(company, services.Webhooks);
        pipeline = new Pipeline(company, accounts, limits, services, rules.Announce);
    }

    public string Name => VendorName;

    public IReadOnlyList<string> Segments => [VendorName, AccountsRoutes.Segment];

    public Accounts Accounts => accounts;

    public string ApiPath => "/" + VendorName;

    public void Map(IEndpointRouteBuilder routes)
    {
        AccountsRoutes.Map(routes, server);
        ApiRoutes.Map(routes, pipeline);
        new ZohoControls(this, company, accounts, rules, services.Clock).Map(routes);
    }

    public JsonNode Ledger() { lock (company.Gate) return Controls.Ledger.Of(company); }

    /// <summary>Ids go on from where they were, so that a record of before is not mistaken for a new one.</summary>
    public void Reset()
    {
        lock (company.Gate) company.Forget();
        limits.Reset();
    }

    public JsonNode Save() { lock (company.Gate) return SavedState.Save(company, rules, accounts); }

    public void Load(JsonNode state)
    {
        lock (company.Gate) SavedState.Load(state, company, rules, accounts);
        accounts.MostInWindow = company.Settings.TokensPerTenMinutes;
    }

    public JsonObject Settings() => company.Settings.ToJson().AsObject();

    public void Configure(JsonObject settings)
    {
        try { company.Settings = company.Settings.With(settings); }
        catch (JsonException exception) { throw new ControlException(exception.Message); }
        accounts.MostInWindow = company.Settings.TokensPerTenMinutes;
        limits.Reset();
    }

    public JsonNode? FaultAnswer(int status, string? code)
    {
        var (own, message) = status switch
        {
            401 => (14, "Invalid OAuth token"),
            404 => (1002, "Resource does not exist."),
            429 => (44, Limits.MinuteMessage),
            >= 500 => (1000, "Internal Error"),
            _ => (4, "Invalid Element"),
        };
        return new JsonObject { ["code"] = int.TryParse(code, out var given) ? given : own, ["message"] = message };
    }

    /// <summary>Runs a control that changes records: its webhooks go out, like those of an API call.</summary>
    public JsonNode Run(Func<JsonNode> control)
    {
        company.Happenings.Clear();
        company.Now = services.Clock.GetUtcNow();
        var answer = control();
        rules.Announce([.. company.Happenings]);
        return answer;
    }
}
