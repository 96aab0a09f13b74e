using System.Net.Http.Json;
using System.Text.Json;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Sage100ToCrm;

/// <summary>The real app between the sandbox's Sage 100 and its CRM.</summary>
internal sealed class ShownSage(World world) : IAsyncDisposable
{
    public static readonly (string, string)[] Settings = [.. CrmSettings.On, ("Isthmus:MasterData:FindDuplicates", "false")];

    public World World => world;

    public static async Task<ShownSage> StartAsync(params (string Name, string Value)[] settings)
    {
        var world = await World.StartAsync([.. Settings, .. settings]);
        await CrmSettings.MakePatientAsync(world.Sandbox);
        return new ShownSage(world);
    }

    /// <summary>Somebody in the office writes records.</summary>
    public Task PutAsync(string name, params Dictionary<string, object>[] records) =>
        world.PostAsync($"/_sandbox/sage-100/records/{name}", records);

    public static Dictionary<string, object> Customer(string number, params (string Name, object Value)[] values)
    {
        var row = new Dictionary<string, object> { ["ARDivisionNo"] = "01", ["CustomerNo"] = number };
        foreach (var (name, value) in values) row[name] = value;
        return row;
    }

    /// <summary>Has a flow look until there is nothing left to carry, and nothing in its way.</summary>
    public Task RestAsync(string flow, bool full = false)
    {
        var last = "";
        return Patience.UntilAsync<bool>(
            async () =>
            {
                try { last = await LookAsync(flow, full); }
                catch (InvalidOperationException refused) { last = refused.Message; }
                return last.Split(' ') is [_, "0", _, _, "0"] ? true : null;
            },
            () => Task.FromResult($"{flow}: {last}"));
    }

    /// <summary>Has a flow look; answers with read, written, unchanged, skipped, failed.</summary>
    public async Task<string> LookAsync(string flow, bool full = false)
    {
        // The next look is a run of its own.
        await world.PassTimeAsync(TimeSpan.FromSeconds(1));
        var answer = await world.App.PostAsync($"/api/master-data/{flow}/look?full={(full ? "true" : "false")}", null);
        var text = await answer.Content.ReadAsStringAsync();
        if (!answer.IsSuccessStatusCode)
            throw new InvalidOperationException($"{flow}: {(int)answer.StatusCode} {text} {string.Join('\n', world.Log.All)}");
        var counts = JsonElement.Parse(text).GetProperty("counts");
        return string.Join(
            ' ', new[] { "read", "written", "unchanged", "skipped", "failed" }.Select(name => counts.GetProperty(name).GetInt64()));
    }

    public async Task<IReadOnlyList<JsonElement>> InCrmAsync(string module) =>
        [.. (await world.LedgerAsync()).Root.GetProperty("zoho-crm").GetProperty(module).EnumerateArray()];

    /// <summary>The one record of a key.</summary>
    public async Task<JsonElement> RecordAsync(string module, string key) =>
        Assert.Single(await InCrmAsync(module), record => Text(record, "Isthmus_Key") == "sage-100:ABC:" + key);

    /// <summary>Waits until a flow that cannot go on rests.</summary>
    public Task OffAsync(string flow) => Patience.UntilAsync<bool>(async () =>
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => LookAsync(flow));
        return (await FlowAsync(flow)).GetProperty("on").GetBoolean() ? null : true;
    });

    /// <summary>What could not be carried, by the source's field that is wrong.</summary>
    public async Task<IReadOnlyDictionary<string, JsonElement>> FailuresAsync() =>
        (await world.App.GetFromJsonAsync<JsonElement>("/api/dead-letters")).GetProperty("items").EnumerateArray()
        .Select(letter => letter.GetProperty("failure")).ToDictionary(failure => Text(failure, "field") ?? "");

    public async Task<JsonElement> FlowAsync(string flow) => (await world.App.GetFromJsonAsync<JsonElement>("/api/master-data"))
        .EnumerateArray().Single(shown => shown.GetProperty("name").GetString() == flow);

    public static string? Text(JsonElement record, string name) =>
        record.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public static decimal Amount(JsonElement record, string name) => record.GetProperty(name).GetDecimal();

    public static string? Linked(JsonElement record, string field) =>
        record.GetProperty(field) is { ValueKind: JsonValueKind.Object } link ? Text(link, "id") : null;

    public ValueTask DisposeAsync() => world.DisposeAsync();
}
