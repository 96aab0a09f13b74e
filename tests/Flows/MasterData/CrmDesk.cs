using System.Net.Http.Json;
using System.Text.Json;
using Isthmus.Flows.Tests.Support;
using Isthmus.Functions.MasterData;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Flows.Tests.MasterData;

/// <summary>The real app with sources in memory, beside the sandbox's CRM.</summary>
internal sealed class CrmDesk(World world, CrmSources sources) : IAsyncDisposable
{
    private WebApplication? ownSandbox;

    public World World => world;

    /// <summary>Accounts; each may have another as its parent.</summary>
    public MemoryFlow Parties => sources.Parties;

    /// <summary>Contacts of the accounts; off until a test wants them.</summary>
    public MemoryFlow People => sources.People;

    /// <summary>Vendors; off until a test wants them.</summary>
    public MemoryFlow Vendors => sources.Vendors;

    public static async Task<CrmDesk> StartAsync(params (string Name, string Value)[] settings)
    {
        var sandbox = World.BuildQuietSandbox();
        await sandbox.StartAsync();
        var sources = new CrmSources();
        var world = await World.StartBesideAsync(sandbox, null, sources.Furnish, [.. sources.Settings, .. settings]);
        sources.Clock = world.Clock;
        await CrmSettings.MakePatientAsync(world.Sandbox);
        return new CrmDesk(world, sources) { ownSandbox = sandbox };
    }

    /// <summary>A desk whose thirty accounts, 01-C000 to 01-C029, are in the CRM.</summary>
    public static async Task<CrmDesk> OfThirtyAsync(params (string Name, string Value)[] settings)
    {
        var desk = await StartAsync(settings);
        foreach (var n in Enumerable.Range(0, 30)) desk.Parties.Put($"01-C{n:D3}", new { name = $"Customer {n}", city = $"City {n}" });
        await desk.LookAsync(desk.Parties, full: true);
        return desk;
    }

    /// <summary>Has a flow look; answers with read, written, unchanged, skipped, failed.</summary>
    public async Task<string> LookAsync(MemoryFlow flow, bool full = false)
    {
        // Whatever was put is older than the look, and the next look is a run of its own.
        World.Clock.Advance(TimeSpan.FromSeconds(1));
        return Counts((await PostAsync($"/api/master-data/{flow.Name}/look?full={(full ? "true" : "false")}")).GetProperty("counts"));
    }

    /// <summary>Has a round of looks go, as every five minutes by the clock.</summary>
    public Task RoundAsync() =>
        World.Services.GetRequiredService<IMasterRounds>().InTimeAsync(World.Parts.Engine.Client, CancellationToken.None);

    /// <summary>Waits for the night that comes, and has its round go.</summary>
    public async Task NightAsync()
    {
        var now = World.Clock.GetUtcNow().UtcDateTime;
        await World.PassTimeAsync(now.Date.AddDays(1).AddHours(3.5) - now);
        await RoundAsync();
    }

    public async Task<JsonElement> PostAsync(string path, object? body = null)
    {
        var answer = await World.App.PostAsync(path, body is null ? null : JsonContent.Create(body));
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode ? JsonElement.Parse(text)
            : throw new InvalidOperationException($"{path}: {(int)answer.StatusCode} {text} {string.Join('\n', World.Log.All)}");
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
        sources.Dispose();
    }
}
