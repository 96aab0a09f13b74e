using System.Net.Http.Json;
using System.Text.Json;
using Isthmus.Core.Vault;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.IntacctToCrm;

/// <summary>The real app between the sandbox's Intacct and the sandbox's CRM.</summary>
internal sealed class IntacctDesk(World world) : IAsyncDisposable
{
    public static readonly (string, string)[] Settings =
    [
        .. CrmSettings.On,
        ("Isthmus:Connections:sage-intacct:BaseAddress", "{sandbox}/sage-intacct/ia/xml/xmlgw.phtml"),
        ("Isthmus:Connections:sage-intacct:Company", "harbor-co"),
        ("Isthmus:Connections:sage-intacct:User", "zsync"),
        ("Isthmus:Connections:sage-intacct:Limits:Calls", "10000"),
        ("Isthmus:Connections:sage-intacct:Limits:RetryPause", "00:00:00.01"),
    ];

    public World World => world;

    /// <summary>With other settings, which count before the usual ones.</summary>
    public static async Task<IntacctDesk> StartAsync(params (string Name, string Value)[] settings)
    {
        var desk = new IntacctDesk(await World.StartAsync([.. settings.Concat(Settings).DistinctBy(setting => setting.Item1)]));
        await desk.FurnishAsync();
        return desk;
    }

    /// <summary>The user's secrets in the vault, and a CRM that does not count.</summary>
    public async Task FurnishAsync()
    {
        var vault = new FileVault(world.Home);
        vault.Set("intacct-sender-id", "SANDBOX");
        vault.Set("intacct-sender-password", "intacct-sender-secret");
        vault.Set("intacct-user-password", "intacct-user-secret");
        await CrmSettings.MakePatientAsync(world.Sandbox);
    }

    /// <summary>What somebody enters in Intacct.</summary>
    public Task PutAsync(string name, params object[] records) => world.PostAsync($"/_sandbox/sage-intacct/objects/{name}", records);

    public Task SetAsync(object settings) =>
        world.PostAsync("/_sandbox/settings", new Dictionary<string, object> { ["sage-intacct"] = settings });

    /// <summary>Has a flow look; answers with read, written, unchanged, skipped, failed.</summary>
    public async Task<string> LookAsync(string flow, bool full = false)
    {
        await world.PassTimeAsync(TimeSpan.FromSeconds(1));
        var answer = await world.App.PostAsync($"/api/master-data/{flow}/look?full={(full ? "true" : "false")}", null);
        var text = await answer.Content.ReadAsStringAsync();
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{(int)answer.StatusCode} {text}");
        var counts = JsonElement.Parse(text).GetProperty("counts");
        return string.Join(' ',
            new[] { "read", "written", "unchanged", "skipped", "failed" }.Select(name => counts.GetProperty(name).GetInt64()));
    }

    public Task<JsonElement> GetAsync(string path) => world.App.GetFromJsonAsync<JsonElement>(path);

    /// <summary>What the CRM has of Intacct; where time passes, timers bring other systems' records too.</summary>
    public async Task<IReadOnlyList<JsonElement>> InCrmAsync(string module) =>
        [.. (await world.LedgerAsync()).Root.GetProperty("zoho-crm").GetProperty(module).EnumerateArray()
            .Where(record => Text(record, "Isthmus_Key")?.StartsWith("sage-100:", StringComparison.Ordinal) != true)];

    /// <summary>The one record of the CRM that shows an id of Intacct's.</summary>
    public async Task<JsonElement> RecordAsync(string module, string field, string value) =>
        Assert.Single(await InCrmAsync(module), record => Text(record, field) == value);

    public async Task<IReadOnlyList<JsonElement>> LettersAsync() =>
        [.. (await GetAsync("/api/dead-letters")).GetProperty("items").EnumerateArray()];

    /// <summary>The functions that reached Intacct.</summary>
    public async Task<IEnumerable<string>> FunctionsAsync() =>
        (await world.LedgerAsync()).Root.GetProperty("sage-intacct").GetProperty("calls")
        .EnumerateObject().Select(call => call.Name.Split(' ')[0]).Distinct();

    public static string? Text(JsonElement record, string name) =>
        record.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public static string? Linked(JsonElement record, string name) =>
        record.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? Text(value, "id") : null;

    public ValueTask DisposeAsync() => world.DisposeAsync();
}
