using System.Text.Json.Nodes;
using Isthmus.Sandbox.Hosting;
using Isthmus.Sandbox.Intacct.Controls;
using Isthmus.Sandbox.Intacct.Data;
using Isthmus.Sandbox.Intacct.Functions;
using Isthmus.Sandbox.Intacct.Gateway;
using Isthmus.Sandbox.Intacct.Sessions;
using Isthmus.Sandbox.Intacct.Writing;

namespace Isthmus.Sandbox.Intacct;

/// <summary>Sage Intacct's XML gateway over one company.</summary>
internal sealed class IntacctVendor : IVendor
{
    public const string Id = "sage-intacct";

    private readonly IntacctSettings settings = new();
    private readonly Company company;
    private readonly SignIn signIn;
    private readonly Operations operations;
    private readonly GatewayRoutes gateway;

    public IntacctVendor(SandboxServices services)
    {
        company = new Company(settings, services.Clock);
        signIn = new SignIn(company, services.Faults, services.Ids);
        var answers = new Answers(settings, services.Ids);
        operations = new Operations(company, signIn, new FunctionTable(company, signIn, services.Ids), answers, services.Faults);
        gateway = new GatewayRoutes(company, operations, answers, services.Faults);
    }

    public string Name => Id;

    public void Map(IEndpointRouteBuilder routes)
    {
        gateway.Map(routes);
        new ObjectControls(company, new RecordWriter(company)).Map(routes);
    }

    public JsonNode Ledger() { lock (company.Gate) return IntacctSnapshot.Ledger(company, operations.Calls); }

    public void Reset()
    {
        lock (company.Gate)
        {
            company.Reset();
            signIn.Clear();
            operations.Clear();
        }
    }

    public JsonNode Save() { lock (company.Gate) return IntacctSnapshot.Save(company); }

    public void Load(JsonNode state) { lock (company.Gate) IntacctSnapshot.Load(company, state); }

    public JsonObject Settings() { lock (company.Gate) return settings.Show(); }

    public void Configure(JsonObject wanted)
    {
        lock (company.Gate)
        {
            var before = settings.Pod;
            settings.Change(wanted);
            if (settings.Pod != before) signIn.Clear();
        }
    }

    public (string ContentType, byte[] Body)? FaultPage(int status, string? code) => Answers.Page(status, code);
}
