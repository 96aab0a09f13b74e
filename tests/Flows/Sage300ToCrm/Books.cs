using System.Net.Http.Json;
using System.Text.Json;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Sage300ToCrm;

/// <summary>The real app between the sandbox's Sage 300 and its CRM.</summary>
internal sealed class Books(World world) : IAsyncDisposable
{
    public World World => world;

    public static async Task<Books> OpenAsync(params (string Name, string Value)[] settings)
    {
        var world = await World.StartAsync([.. Sage300World.WithCrm, .. settings]);
        await Sage300World.FurnishAsync(world);
        return new Books(world);
    }

    /// <summary>What a person does in Sage 300.</summary>
    public async Task<JsonElement> PostAsync(string path, object body)
    {
        var answer = await world.Sandbox.PostAsJsonAsync($"/_sandbox/sage-300/{path}", body);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode ? JsonElement.Parse(text) : throw new InvalidOperationException(text);
    }

    public Task VendorAsync(string number, string name, string contact = "", string city = "") => PostAsync("records/AP/APVendors",
        new[] { new { vendorNumber = number, groupCode = "INV", vendorName = name, contactName = contact, city } });

    /// <summary>A customer, an item, and an order of twelve at 4.25 with freight, shipped and invoiced; answers with the invoice.</summary>
    public async Task<string> InvoiceAsync(string order = "ZSO-1", string group = "WHL")
    {
        await PostAsync("records/AR/ARCustomers", new[] { new { customerNumber = "HARB01", groupCode = group, customerName = "Harbor Pump Co" } });
        await PostAsync("records/IC/ICItems", new[] { new { unformattedItemNumber = "GASKET-12", description = "Gasket", stockItem = true } });
        await PostAsync("records/OE/OEOrders", new[]
        {
            new
            {
                customerNumber = "HARB01", orderNumber = order, orderDetails = new object[]
                {
                    new { item = "GASKET-12", quantityOrdered = 12, pricingUnitPrice = 4.25m },
                    new { item = "GASKET-12", quantityOrdered = 3, pricingUnitPrice = 0.3333m },
                    new { lineType = "Miscellaneous", miscellaneousChargesCode = "FRT", extendedAmount = 18.5m },
                },
            },
        });
        return (await PostAsync($"orders/{order}/invoice", new { })).GetProperty("invoice").GetString()!;
    }

    /// <summary>Has a flow look; answers with read, written, unchanged, skipped, failed.</summary>
    public async Task<string> LookAsync(string flow, bool full = false)
    {
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        var answer = await world.App.PostAsync($"/api/master-data/sage-300-{flow}/look?full={(full ? "true" : "false")}", null);
        var text = await answer.Content.ReadAsStringAsync();
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{(int)answer.StatusCode} {text}");
        var counts = JsonElement.Parse(text).GetProperty("counts");
        return string.Join(' ', new[] { "read", "written", "unchanged", "skipped", "failed" }.Select(name => counts.GetProperty(name).GetInt64()));
    }

    /// <summary>What the CRM holds in a module.</summary>
    public async Task<IReadOnlyList<JsonElement>> InCrmAsync(string module) =>
        [.. (await world.LedgerAsync()).Root.GetProperty("zoho-crm").GetProperty(module).EnumerateArray()];

    public async Task<IReadOnlyList<JsonElement>> LettersAsync() =>
        [.. (await world.App.GetFromJsonAsync<JsonElement>("/api/dead-letters")).GetProperty("items").EnumerateArray()];

    public async Task<JsonElement> FlowAsync(string flow) => (await world.App.GetFromJsonAsync<JsonElement>("/api/master-data"))
        .EnumerateArray().Single(shown => shown.GetProperty("name").GetString() == $"sage-300-{flow}");

    public static string Text(JsonElement record, params string[] names) =>
        string.Join('|', names.Select(name => record.GetProperty(name).ToString()));

    public ValueTask DisposeAsync() => world.DisposeAsync();
}
