using System.Net.Http.Json;
using System.Text.Json;
using Azure.Data.Tables;
using Isthmus.Core.CrossReferences;
using Isthmus.Core.MasterData;
using Isthmus.Core.Tables;
using Isthmus.Core.Vault;
using Isthmus.Flows.Tests.Support;
using Isthmus.Functions.IntacctToCrm;
using Isthmus.Sandbox.Clock;
using Isthmus.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Flows.Tests.IntacctToCrm;

/// <summary>The flows from Sage Intacct, reading the sandbox's company over HTTP.</summary>
internal sealed class IntacctBooks : IAsyncDisposable
{
    private readonly WebApplication sandbox;
    private readonly TemporaryFolder home = new();
    private readonly ServiceProvider services;

    private IntacctBooks(WebApplication sandbox, (string Name, string Value)[] settings)
    {
        this.sandbox = sandbox;
        var address = sandbox.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        Controls = new HttpClient { BaseAddress = new Uri(address) };
        var all = Settings(address).Concat(settings.Select(s => KeyValuePair.Create("Isthmus:" + s.Name, (string?)s.Value)));
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(all).Build();
        var made = new ServiceCollection();
        made.AddSingleton<ISecretVault>(new IntacctSecrets()).AddSingleton<TimeProvider>(Clock)
            .AddSingleton(new TableServiceClient("IsthmusHome=" + home.Path)).AddSingleton<IsthmusTables>()
            .AddSingleton<CrossReferenceStore>();
        made.AddIntacctToCrm(configuration.GetSection("Isthmus"));
        services = made.BuildServiceProvider();
    }

    public HttpClient Controls { get; }

    /// <summary>The clock of the flows, and of the company once a test moves it.</summary>
    public SandboxClock Clock { get; } = new(TimeProvider.System);

    public IMasterFlow this[string name] => services.GetServices<IMasterFlow>().Single(flow => flow.Name == name);

    public static async Task<IntacctBooks> OpenAsync(params (string Name, string Value)[] settings)
    {
        var sandbox = World.BuildSandbox();
        await sandbox.StartAsync();
        var books = new IntacctBooks(sandbox, settings);
        await books.services.GetRequiredService<IsthmusTables>().CreateAsync();
        return books;
    }

    /// <summary>What somebody at the screen enters; answers the record numbers.</summary>
    public async Task<string[]> PutAsync(string name, params object[] records)
    {
        var answer = await (await Controls.PostAsJsonAsync($"/_sandbox/sage-intacct/objects/{name}",
            records)).Content.ReadFromJsonAsync<JsonElement>();
        return [.. answer.GetProperty("records").EnumerateArray().Select(number => number.ToString())];
    }

    public async Task<string> NumberAsync(string name, string key, string value) => (await LedgerAsync()).GetProperty(name).EnumerateArray()
        .Single(record => record.GetProperty("values").TryGetProperty(key, out var held) && held.GetString() == value)
        .GetProperty("RECORDNO").ToString();

    public async Task<JsonElement> LedgerAsync() =>
        (await Controls.GetFromJsonAsync<JsonElement>("/_sandbox/ledger")).GetProperty("sage-intacct");

    public async Task<long> CallsAsync() => (await LedgerAsync()).GetProperty("calls").EnumerateObject().Sum(call => call.Value.GetInt64());

    public async Task SetAsync(object settings) => (await Controls.PostAsJsonAsync("/_sandbox/settings",
        new Dictionary<string, object> { ["sage-intacct"] = settings })).EnsureSuccessStatusCode();

    public async Task PassAsync(TimeSpan by)
    {
        (await Controls.PostAsJsonAsync("/_sandbox/clock", new { advanceSeconds = (long)by.TotalSeconds })).EnsureSuccessStatusCode();
        Clock.Advance(by);
    }

    /// <summary>Reads a flow page by page to its end.</summary>
    public async Task<IReadOnlyList<SourceRecord>> ReadAsync(string flow, DateTimeOffset? since = null, int size = 100)
    {
        var records = new List<SourceRecord>();
        string? after = null;
        do
        {
            var page = await this[flow].PageAsync(new SourceQuery(since, after, size), CancellationToken.None);
            records.AddRange(page.Records);
            after = page.Next;
        }
        while (after is not null);
        return records;
    }

    public async ValueTask DisposeAsync()
    {
        Controls.Dispose();
        await services.DisposeAsync();
        await sandbox.StopAsync();
        await sandbox.DisposeAsync();
        home.Dispose();
    }

    private static Dictionary<string, string?> Settings(string address) => new()
    {
        ["Isthmus:Connections:sage-intacct:BaseAddress"] = address + "/sage-intacct/ia/xml/xmlgw.phtml",
        ["Isthmus:Connections:sage-intacct:Company"] = "harbor-co",
        ["Isthmus:Connections:sage-intacct:User"] = "zsync",
        ["Isthmus:Connections:sage-intacct:Limits:Calls"] = "100000",
    };

    private sealed class IntacctSecrets : ISecretVault
    {
        public Task<string> GetAsync(string name, CancellationToken cancellation = default) => Task.FromResult(name switch
        {
            "intacct-sender-id" => "SANDBOX", "intacct-sender-password" => "intacct-sender-secret", "intacct-user-password" =>
                "intacct-user-secret",
            _ => throw new SecretMissingException(name, "the test's vault"),
        });
    }
}
