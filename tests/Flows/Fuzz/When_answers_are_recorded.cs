using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Isthmus.Flows.Tests.Operators;
using Isthmus.Flows.Tests.Support;
using Isthmus.Fuzz;

namespace Isthmus.Flows.Tests.Fuzz;

/// <summary>Plays an order and the checks, and keeps what the vendors answered as the corpus for fuzzing, with ISTHMUS_RECORD=1.</summary>
public sealed class When_answers_are_recorded
{
    private static readonly bool Wanted = Environment.GetEnvironmentVariable("ISTHMUS_RECORD") == "1";
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping
    };

    [Fact]
    public async Task Every_kind_of_call_of_an_order_has_an_answer()
    {
        var kept = new ConcurrentDictionary<string, ConcurrentQueue<KeptAnswer>>();
        await using var sandbox = World.BuildSandbox();
        await sandbox.StartAsync();
        await using var world = await World.StartBesideAsync(sandbox, () => new RecordedCalls(kept));
        await world.StockAsync("BTL-1L", "CUP-2");
        var ledger = await world.SettledAsync(await world.CheckoutAsync(
            Orders.With("customer", new { email = "ana@example.net", name = "Ana Prado", create = true })));
        await world.PostAsync($"/_sandbox/zoho-inventory/salesorders/{ledger.SalesOrders[0].GetProperty("salesorder_id").GetString()}/ship", new { });
        await world.RunAsync("ship2sage-" + ledger.SalesOrders[0].GetProperty("salesorder_id").GetString(), "done");
        await world.FaultAsync(new { vendor = "zoho-inventory", match = "POST /zoho-inventory/inventory/v1/", kind = "drop-after", count = 3 });
        await world.SettledAsync(await world.CheckoutAsync(Orders.Simple("WEB-2", "rui@example.net", "Rui Sousa")));
        foreach (var connection in new[] { "stripe", "zoho-inventory", "sage-100" }) await world.GetAsync($"/api/connections/{connection}/check");
        foreach (var connection in new[] { "stripe", "zoho-inventory" }) await world.ActAsync($"/api/connections/{connection}/sweep");

        Assert.True(kept.Count >= 20, string.Join('\n', kept.Keys.Order()));
        if (!Wanted) return;
        var events = (await world.StripeAsync("/v1/events?limit=100")).GetProperty("data").EnumerateArray()
            .DistinctBy(e => e.GetProperty("type").GetString());
        Keep("answers.json", kept.OrderBy(kind => kind.Key, StringComparer.Ordinal).SelectMany(kind => kind.Value));
        Keep("stripe-events.json", events);
    }

    private static void Keep<T>(string file, T content, [CallerFilePath] string here = "") => File.WriteAllText(
        Path.Combine(Path.GetDirectoryName(here)!, "../../../bench/Fuzz/Corpus", file), JsonSerializer.Serialize(content, Indented) + "\n");
}
