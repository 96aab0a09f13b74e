using System.Text.Json.Nodes;
using Isthmus.Sandbox.Hosting;
using Isthmus.Sandbox.Sage300.Api;
using Isthmus.Sandbox.Sage300.Controls;
using Isthmus.Sandbox.Sage300.Data;

namespace Isthmus.Sandbox.Sage300;

/// <summary>Sage 300 behind its Web API: one company of one installation.</summary>
internal sealed class WebApiVendor : IVendor
{
    public const string Id = "sage-300";

    private readonly WebApiSettings settings = new();
    private readonly Company company;
    private readonly WebServer server;
    private readonly WebApiRoutes api;

    public WebApiVendor(SandboxServices services)
    {
        company = new Company(settings, services.Faults, services.Clock);
        server = new WebServer(settings, services.Ids, services.Clock);
        api = new WebApiRoutes(company, Resources.Of(company), server);
    }

    public string Name => Id;

    public void Map(IEndpointRouteBuilder routes)
    {
        api.Map(routes);
        RecordControls.Map(routes, company);
        OfficeControls.Map(routes, company);
        ServerControls.Map(routes, server);
    }

    public JsonNode Ledger() { lock (company.Gate) return Snapshot.Ledger(company); }

    public void Reset() { lock (company.Gate) company.Reset(); }

    public JsonNode Save() { lock (company.Gate) return Snapshot.Save(company); }

    public void Load(JsonNode state) { lock (company.Gate) Snapshot.Load(company, state); }

    public JsonObject Settings() { lock (company.Gate) return settings.Show(); }

    public void Configure(JsonObject wanted) { lock (company.Gate) settings.Change(wanted); }

    public JsonNode? FaultAnswer(int status, string? code) => (status, code) switch
    {
        (502 or 503 or 504, null) => null,
        (_, not null) => WebApiError.Body(code, "A fault was asked for."),
        (401, _) => WebApiError.Body("Unauthorized", "The user name or password is incorrect."),
        (403, _) => WebApiError.Body("Forbidden", "The user is not authorized."),
        (429, _) => WebApiError.Body("TooManyRequests", "Too many requests."),
        _ => WebApiError.Body("InternalServerError", "An unexpected error occurred.")
    };
}
