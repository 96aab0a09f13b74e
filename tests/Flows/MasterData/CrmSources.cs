using Isthmus.Core.MasterData;
using Isthmus.Flows.Tests.Support;
using Isthmus.Tests.Support;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Flows.Tests.MasterData;

/// <summary>Sources in memory, and what an app needs to carry them to the CRM.</summary>
internal sealed class CrmSources : IDisposable
{
    private readonly TemporaryFolder mappings = new();
    private readonly LateClock clock = new();

    public CrmSources()
    {
        TestDocuments.Write(mappings.Path);
        Parties = new("test-parties", "Accounts", "test-party", clock);
        People = new("test-people", "Contacts", "test-person", clock) { Enabled = false };
        Vendors = new("test-vendors", "Vendors", "test-vendor", clock) { Enabled = false };
    }

    public MemoryFlow Parties { get; }

    public MemoryFlow People { get; }

    public MemoryFlow Vendors { get; }

    /// <summary>The clock of the world, once there is one.</summary>
    public TimeProvider Clock { set => clock.Clock = value; }

    /// <summary>Only these sources, and only when a test asks: those of Sage 100 rest.</summary>
    public (string, string)[] Settings =>
    [
        ("Isthmus:Mappings:Folder", mappings.Path), .. CrmSettings.On,
        .. new[] { "Customers", "Contacts", "Vendors", "Invoices", "LedgerAccounts" }.Select(kind => ($"Isthmus:Sage100ToCrm:{kind}", "false")),
    ];

    public void Furnish(FunctionsApplicationBuilder app)
    {
        foreach (var flow in new[] { Parties, People, Vendors }) app.Services.AddSingleton<IMasterFlow>(flow);
    }

    public void Dispose() => mappings.Dispose();

    private sealed class LateClock : TimeProvider
    {
        public TimeProvider? Clock { get; set; }

        public override DateTimeOffset GetUtcNow() => (Clock ?? System).GetUtcNow();
    }
}
