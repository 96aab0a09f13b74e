using System.Text.Json.Nodes;
using Isthmus.Agent.Protocol;
using Isthmus.Sandbox.Hosting;
using Isthmus.Sandbox.Sage100.Controls;
using Isthmus.Sandbox.Sage100.Data;
using Isthmus.Sandbox.Sage100.Host;
using Isthmus.Sandbox.Sage100.Soap;

namespace Isthmus.Sandbox.Sage100;

/// <summary>Sage 100 behind its agent: emulated business objects over one company's files.</summary>
internal sealed class SageVendor : IVendor
{
    public const string Id = "sage-100";

    private readonly SageSettings settings = new();
    private readonly Company company;
    private readonly AgentRoutes agent;
    private readonly OutboundAgent outbound;
    private readonly SoapRoutes soap;

    public SageVendor(SandboxServices services)
    {
        company = new Company(settings, services.Faults, services.Clock);
        var protocol = new AgentProtocol(new EmulatedHost(company, services.Faults));
        agent = new AgentRoutes(protocol, new SandboxKeys(settings, services.Faults));
        outbound = new OutboundAgent(protocol, services.Clock);
        soap = new SoapRoutes(company, services.Faults, settings.Soap);
    }

    public string Name => Id;

    public void Map(IEndpointRouteBuilder routes)
    {
        agent.Map(routes, "/sage-100/agent/v1");
        soap.Map(routes);
        ItemControls.Map(routes, company);
        LockControls.Map(routes, company);
        OrderControls.Map(routes, company);
        OutboundControls.Map(routes, outbound);
        OfficeControls.Map(routes, company);
        RecordControls.Map(routes, company);
        StockControls.Map(routes, company);
        UserFieldControls.Map(routes, company);
    }

    public JsonNode Ledger() { lock (company.Gate) return SageLedger.Of(company); }

    public void Reset() { lock (company.Gate) company.Reset(); }

    public JsonNode Save() { lock (company.Gate) return SageSnapshot.Save(company); }

    public void Load(JsonNode state) { lock (company.Gate) SageSnapshot.Load(company, state); }

    public JsonObject Settings() { lock (company.Gate) return settings.Show(); }

    public void Configure(JsonObject wanted) { lock (company.Gate) settings.Change(wanted); }

    public JsonNode FaultAnswer(int status, string? code) => status switch
    {
        401 => Error(code ?? "unauthorized", "The key is missing or not valid."),
        429 => Error(code ?? "busy", "All sessions are taken."),
        503 => Error(code ?? "sage_unavailable", "BOI does not answer."),
        _ => Error(code ?? "internal", "The agent failed.")
    };

    private static JsonObject Error(string code, string message) =>
        new() { ["error"] = new JsonObject { ["code"] = code, ["message"] = message } };
}
