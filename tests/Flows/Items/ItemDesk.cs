using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Isthmus.Core.Items;
using Isthmus.Flows.Tests.Support;
using Isthmus.Functions.Items.ToSage;
using Isthmus.Functions.Items.ToZoho;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Flows.Tests.Items;

/// <summary>The items of a world, as its vendors see them.</summary>
internal sealed class ItemDesk(World world)
{
    private DateTimeOffset carried;

    /// <summary>Somebody enters or changes items in Sage.</summary>
    public Task EnterAsync(params object[] items) => world.PostAsync("/_sandbox/sage-100/items", items);

    /// <summary>Has the app look at the items; answers with what it found.</summary>
    public async Task<JsonElement> LookAsync(bool full = false)
    {
        var answer = await world.App.PostAsync($"/api/items/sweep?full={(full ? "true" : "false")}", null);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return answer.IsSuccessStatusCode ? body : throw new InvalidOperationException(body.ToString());
    }

    /// <summary>
    /// Looks, and waits until nothing is on its way. Answers with the runs that ended since the last time, also those that the clock
    /// started in between.
    /// </summary>
    public async Task<IReadOnlyList<JsonElement>> CarryAsync(bool full = false)
    {
        await LookAsync(full);
        var since = carried;
        var runs = new List<JsonElement>();
        await Patience.UntilAsync<bool>(async () =>
        {
            if (await WaitsAsync(SageItemFeed.Source) || await WaitsAsync(ZohoItemFeed.Source)) return null;
            runs = await RunsAsync();
            return runs.Exists(run => run.GetProperty("state").GetString() == "running") ? null : true;
        });
        carried = runs.Select(At).Append(carried).Max();
        return [.. runs.Where(run => At(run) > since)];
    }

    private static DateTimeOffset At(JsonElement run) => run.GetProperty("updatedAt").GetDateTimeOffset();

    private async Task<bool> WaitsAsync(string source) => (await world.Services.GetRequiredService<ItemStore>().WaitingAsync(source, 1)).Count > 0;

    private async Task<List<JsonElement>> RunsAsync()
    {
        var runs = new List<JsonElement>();
        foreach (var flow in new[] { "item-to-zoho", "item-to-sage" })
            runs.AddRange((await world.App.GetFromJsonAsync<JsonElement>($"/api/runs?flow={flow}&limit=100")).GetProperty("items").EnumerateArray());
        return runs;
    }

    /// <summary>What Zoho shows of an item; null when it has none of this SKU.</summary>
    public async Task<JsonElement?> InZohoAsync(string sku)
    {
        var rows = (await world.LedgerAsync()).Root.GetProperty("zoho-inventory").GetProperty("items").EnumerateArray()
            .Where(each => each.GetProperty("sku").GetString() == sku).ToList();
        if (rows.Count == 0) return null;
        return (await ByHandAsync("GET", $"/items/{Assert.Single(rows).GetProperty("item_id").GetString()}")).GetProperty("item");
    }

    /// <summary>What a person does in Zoho.</summary>
    public async Task<JsonElement> ByHandAsync(string method, string path, object? body = null)
    {
        var answer = await world.Sandbox.PostAsJsonAsync("/_sandbox/zoho-inventory/by-hand", new { method, path, body = body ?? new JsonObject() });
        var shown = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return answer.IsSuccessStatusCode ? shown : throw new InvalidOperationException(shown.ToString());
    }

    /// <summary>What Sage holds of an item, as its agent shows it; null when there is none.</summary>
    public async Task<JsonElement?> InSageAsync(string code)
    {
        var answer = await AgentAsync("read", new { records = new[] { Record(code) } });
        return answer.GetProperty("results")[0].TryGetProperty("record", out var record) ? record : null;
    }

    /// <summary>Sets columns of an item in Sage that the office's desk does not offer.</summary>
    public Task SetAsync(string code, object values) => AgentAsync(
        "write", new { records = new[] { new { @ref = "1", @object = "CI_Item", mode = "update", key = new { ItemCode = code }, values } } });

    /// <summary>The dead letters that are open.</summary>
    public async Task<IReadOnlyList<JsonElement>> LettersAsync() =>
        [.. (await world.App.GetFromJsonAsync<JsonElement>("/api/dead-letters")).GetProperty("items").EnumerateArray()];

    private static object Record(string code) => new { @ref = "1", @object = "CI_Item", key = new { ItemCode = code } };

    private async Task<JsonElement> AgentAsync(string operation, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/sage-100/agent/v1/companies/ABC/{operation}")
        {
            Content = JsonContent.Create(body, options: JsonSerializerOptions.Default),
        };
        request.Headers.Authorization = new("Bearer", "sage-sandbox-key");
        var answer = await world.Sandbox.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
