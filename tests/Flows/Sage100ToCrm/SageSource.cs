using System.Net.Http.Json;
using System.Text.Json;
using Isthmus.Connectors.Sage100;
using Isthmus.Connectors.Sage100Soap;
using Isthmus.Core.MasterData;
using Isthmus.Core.Vault;
using Isthmus.Functions.Sage100ToCrm;
using Isthmus.Sandbox.Hosting;
using Isthmus.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Flows.Tests.Sage100ToCrm;

/// <summary>The flows as sources over a real host, without what carries them.</summary>
internal sealed class SageSource : IAsyncDisposable
{
    private readonly WebApplication sandbox;
    private readonly ManualTime time;
    private readonly HttpClient controls;
    private readonly ServiceProvider app;

    private SageSource(WebApplication sandbox, ManualTime time, Uri address, SageToCrmOptions options)
    {
        (this.sandbox, this.time, controls) = (sandbox, time, new HttpClient { BaseAddress = address });
        var services = new ServiceCollection();
        services.AddSingleton<ISecretVault>(new OneSecret("sage-sandbox-key"));
        services.AddSage100(Section(
            "sage-100", ("BaseAddress", new Uri(address, "/sage-100/agent/v1").ToString()), ("Company", "ABC")));
        services.AddSage100Soap(Section("sage-100-soap"));
        app = services.BuildServiceProvider();
        Sage = app.GetRequiredService<SageAgentClient>();
        var surfaces = app.GetRequiredService<SageSurfaces>();
        Customers = new CustomersToCrm(Sage, surfaces, new OpenInvoicesOnAccount(Sage, null!, options), options);
        Contacts = new ContactsToCrm(Sage, surfaces, options);
        Vendors = new VendorsToCrm(Sage, options);
        Orders = new OrdersToCrm(Sage, Followed, options);
        Invoices = new InvoicesToCrm(Sage, options);
        Items = new ItemsToCrm(Sage, options);
        Accounts = new LedgerAccountsToCrm(Sage, options);
    }

    public SageAgentClient Sage { get; }

    /// <summary>The orders that were carried while they were open.</summary>
    public FollowedList Followed { get; } = new();

    public IMasterFlow Customers { get; }

    public IMasterFlow Contacts { get; }

    public IMasterFlow Vendors { get; }

    public IMasterFlow Orders { get; }

    public IMasterFlow Invoices { get; }

    public IMasterFlow Items { get; }

    public IMasterFlow Accounts { get; }

    /// <summary>The time at the host.</summary>
    public DateTimeOffset Now => time.GetUtcNow();

    public static Task<SageSource> StartAsync(SageToCrmOptions? options = null) => StartAsync(new ManualTime(), options);

    public static async Task<SageSource> StartAsync(ManualTime time, SageToCrmOptions? options = null)
    {
        var sandbox = SandboxApp.Build(["--url", "http://127.0.0.1:0", "--seed", "7"], host => host.Time = time);
        await sandbox.StartAsync();
        var address = sandbox.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return new SageSource(sandbox, time, new Uri(address), options ?? new SageToCrmOptions { OpenInvoices = "never" });
    }

    public async Task PostAsync(string path, object body)
    {
        var answer = await controls.PostAsJsonAsync("/_sandbox/" + path, body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Somebody in the office writes records.</summary>
    public Task PutAsync(string name, params Dictionary<string, object>[] records) =>
        PostAsync($"sage-100/records/{name}", records);

    /// <summary>What the host was asked, and how often.</summary>
    public Task<string> CallsAsync() => controls.GetStringAsync("/_sandbox/calls");

    public void Pass(TimeSpan by) => time.Advance(by);

    public Task CustomerAsync(string number, string name = "Harbor Pump Co", string division = "01") => PutAsync("AR_Customer",
        new Dictionary<string, object> { ["ARDivisionNo"] = division, ["CustomerNo"] = number, ["CustomerName"] = name });

    public async Task OrderAsync(string number, string customer) => await Sage.CreateAsync(
        "SO_SalesOrder", new Dictionary<string, string> { ["SalesOrderNo"] = number }, JsonSerializer.SerializeToUtf8Bytes(new
        {
            values = new { ARDivisionNo = "01", CustomerNo = customer },
            lines = new[] { new { ItemCode = "GASKET-12", QuantityOrdered = 12, UnitPrice = 4.25m } },
        }));

    /// <summary>All records of a look, page by page; of a nightly one where a night is given.</summary>
    public static async Task<IReadOnlyList<SourceRecord>> AllAsync(
        IMasterFlow flow, DateTimeOffset? since = null, int size = 2, DateTimeOffset? night = null)
    {
        var records = new List<SourceRecord>();
        string? after = null;
        do
        {
            var page = await flow.PageAsync(new SourceQuery(since, after, size) { UnsettledAt = night }, CancellationToken.None);
            records.AddRange(page.Records);
            after = page.Next;
        }
        while (after is not null);
        return records;
    }

    public async ValueTask DisposeAsync()
    {
        controls.Dispose();
        await app.DisposeAsync();
        await sandbox.DisposeAsync();
    }

    private static IConfigurationSection Section(string connection, params (string Name, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(
            each => $"Isthmus:Connections:{connection}:{each.Name}", each => (string?)each.Value)).Build()
            .GetSection($"Isthmus:Connections:{connection}");

    /// <summary>Orders that a test says were carried.</summary>
    internal sealed class FollowedList : IFollowedOrders
    {
        public HashSet<string> Keys { get; } = [];

        public Task<IReadOnlySet<string>> AmongAsync(IReadOnlyCollection<string> keys, CancellationToken cancellation) =>
            Task.FromResult<IReadOnlySet<string>>(Keys);
    }

    private sealed class OneSecret(string value) : ISecretVault
    {
        public Task<string> GetAsync(string name, CancellationToken cancellation = default) => Task.FromResult(value);
    }
}
