using System.Net.Http.Json;
using System.Text.Json;
using Isthmus.Core.MasterData;
using Isthmus.Core.Vault;
using Isthmus.Flows.Tests.Support;
using Isthmus.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Flows.Tests.MasterData;

/// <summary>The real app with sources in memory, beside the sandbox's CRM.</summary>
internal sealed class CrmDesk : IAsyncDisposable
{
    private readonly TemporaryFolder mappings = new();
    private WebApplication? ownSandbox;

    private CrmDesk()
    {
        Parties = new("test-parties", "Accounts", "test-party", Shown);
        People = new("test-people", "Contacts", "test-person", Shown) { Enabled = false };
        Vendors = new("test-vendors", "Vendors", "test-vendor", Shown) { Enabled = false };
    }

    public World World { get; private set; } = null!;

    /// <summary>Accounts; each may have another as its parent.</summary>
    public MemoryFlow Parties { get; }

    /// <summary>Contacts of the accounts; off until a test wants them.</summary>
    public MemoryFlow People { get; }

    /// <summary>Vendors; off until a test wants them.</summary>
    public MemoryFlow Vendors { get; }

    /// <summary>The clock of the world once there is one.</summary>
    private LateClock Shown { get; } = new();

    public static async Task<CrmDesk> StartAsync(params (string Name, string Value)[] settings)
    {
        var sandbox = World.BuildSandbox();
        await sandbox.StartAsync();
        var desk = await StartBesideAsync(sandbox, null, settings);
        desk.ownSandbox = sandbox;
        return desk;
    }

    public static async Task<CrmDesk> StartBesideAsync(
        WebApplication sandbox, Func<DelegatingHandler>? between, params (string Name, string Value)[] settings)
    {
        var desk = new CrmDesk();
        TestDocuments.Write(desk.mappings.Path);
        desk.World = await World.StartBesideAsync(
            sandbox, between,
            builder =>
            {
                foreach (var flow in new[] { desk.Parties, desk.People, desk.Vendors }) builder.Services.AddSingleton<IMasterFlow>(flow);
            },
            [.. desk.Settings(sandbox), .. settings]);
        desk.Shown.Clock = desk.World.Clock;
        var vault = new FileVault(desk.World.Home);
        vault.Set("zoho-crm-client-id", "1000.CRMSANDBOX");
        vault.Set("zoho-crm-client-secret", "crm-sandbox-secret");
        vault.Set("zoho-crm-refresh-token", "1000.crm.sandbox.refresh");
        return desk;
    }

    /// <summary>Has a flow look; answers with read, written, unchanged, skipped, failed.</summary>
    public async Task<string> LookAsync(MemoryFlow flow, bool full = false)
    {
        // Whatever was put is older than the look, and the next look is a run of its own.
        World.Clock.Advance(TimeSpan.FromSeconds(1));
        return Counts((await PostAsync($"/api/master-data/{flow.Name}/look?full={(full ? "true" : "false")}")).GetProperty("counts"));
    }

    public async Task<JsonElement> PostAsync(string path, object? body = null)
    {
        var answer = await World.App.PostAsync(path, body is null ? null : JsonContent.Create(body));
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode ? JsonElement.Parse(text) : throw new InvalidOperationException($"{path}: {(int)answer.StatusCode} {text}");
    }

    public Task<JsonElement> GetAsync(string path) => World.App.GetFromJsonAsync<JsonElement>(path);

    /// <summary>What the CRM holds in a module.</summary>
    public async Task<IReadOnlyList<JsonElement>> InCrmAsync(string module) =>
        [.. (await World.LedgerAsync()).Root.GetProperty("zoho-crm").GetProperty(module).EnumerateArray()];

    /// <summary>The one record of a key.</summary>
    public async Task<JsonElement> RecordAsync(string module, string key) =>
        Assert.Single(await InCrmAsync(module), record => Text(record, "Isthmus_Key") == "sage-100:ABC:" + key);

    /// <summary>What a person makes or changes in the CRM; answers with the ids.</summary>
    public async Task<IReadOnlyList<string>> ByHandAsync(string module, params object[] records)
    {
        var answer = await World.Sandbox.PostAsJsonAsync($"/_sandbox/zoho-crm/records/{module}", records, JsonSerializerOptions.Default);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return answer.IsSuccessStatusCode ? [.. body.GetProperty("ids").EnumerateArray().Select(id => id.GetString()!)]
            : throw new InvalidOperationException(body.ToString());
    }

    public Task<long> CallsAsync() => World.CallsAsync("zoho-crm");

    public async Task<IReadOnlyList<JsonElement>> LettersAsync() => [.. (await GetAsync("/api/dead-letters")).GetProperty("items").EnumerateArray()];

    public async Task<JsonElement> FlowAsync(MemoryFlow flow) =>
        (await GetAsync("/api/master-data")).EnumerateArray().Single(shown => shown.GetProperty("name").GetString() == flow.Name);

    public static string Counts(JsonElement counts) => string.Join(
        ' ', new[] { "read", "written", "unchanged", "skipped", "failed" }.Select(name => counts.GetProperty(name).GetInt64()));

    public static string? Text(JsonElement record, string name) =>
        record.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public async ValueTask DisposeAsync()
    {
        await World.DisposeAsync();
        if (ownSandbox is not null)
        {
            await ownSandbox.StopAsync();
            await ownSandbox.DisposeAsync();
        }
        mappings.Dispose();
    }

    private (string, string)[] Settings(WebApplication sandbox)
    {
        var address = sandbox.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First().TrimEnd('/');
        return
        [
            ("Isthmus:Mappings:Folder", mappings.Path),
            ("Isthmus:Connections:zoho-crm:AccountsServer", address + "/zoho-accounts"),
            ("Isthmus:Connections:zoho-crm:Limits:Calls", "10000"),
            ("Isthmus:Connections:zoho-crm:Limits:RetryPause", "00:00:00.01"),
        ];
    }

    private sealed class LateClock : TimeProvider
    {
        public TimeProvider? Clock { get; set; }

        public override DateTimeOffset GetUtcNow() => (Clock ?? System).GetUtcNow();
    }
}
