using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using Isthmus.Flows.Tests.Support;
using Isthmus.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Xunit.Abstractions;

namespace Isthmus.Flows.Tests.Processes;

/// <summary>
/// Chaos: kill -9 of the real program in the middle of its work, a fault on every twentieth vendor call, webhooks doubled and
/// shuffled. ISTHMUS_CHAOS sets the number of orders, ISTHMUS_SEED repeats a sequence.
/// </summary>
public sealed class When_the_process_is_killed_again_and_again(ITestOutputHelper output) : IAsyncLifetime
{
    private const int OrdersALife = 6;
    private static readonly int Orders = Setting("ISTHMUS_CHAOS", 30);
    private static readonly int Seed = Setting("ISTHMUS_SEED", 20261121);

    private readonly TemporaryFolder home = new();
    private readonly WebApplication vendors = World.BuildSandbox();
    private readonly Uri address = new($"http://127.0.0.1:{FreePort()}");
    private readonly Random chance = new(Seed);
    private HttpClient sandbox = null!;
    private int kills;

    public async Task InitializeAsync()
    {
        await vendors.StartAsync();
        sandbox = new HttpClient { BaseAddress = new Uri(vendors.Urls.First()) };
        World.FillVault(home.Path);
        await World.RegisterWebhooksAsync(sandbox, address, home.Path);
        await PostAsync("/_sandbox/settings", new Dictionary<string, object> { ["zoho-inventory"] = new { tokensPerTenMinutes = 1_000_000 } });
        await PostAsync("/_sandbox/zoho-inventory/items", new[] { Item("BTL-1L"), Item("CUP-2") });
        await PostAsync("/_sandbox/sage-100/items", new[] { SageItem("BTL-1L"), SageItem("CUP-2") });
    }

    public async Task DisposeAsync()
    {
        await vendors.DisposeAsync();
        home.Dispose();
    }

    [Fact]
    public async Task Every_order_arrives_once()
    {
        await PostAsync("/_sandbox/faults", new { kind = "drop-after", rate = 0.02 });
        await PostAsync("/_sandbox/faults", new { kind = "drop-before", rate = 0.01 });
        await PostAsync("/_sandbox/faults", new { kind = "status", status = 503, rate = 0.02 });
        for (var paid = 0; paid < Orders; paid += OrdersALife) await LiveAndDieAsync(paid);
        await sandbox.DeleteAsync("/_sandbox/faults");
        output.WriteLine($"{Orders} orders, {kills} kills; ISTHMUS_SEED={Seed} repeats them.");

        using var last = AppProcess.Start(home.Path, address.ToString(), sandbox.BaseAddress!.ToString().TrimEnd('/'));
        await last.ReadyAsync();
        using var app = new HttpClient { BaseAddress = address };
        app.DefaultRequestHeaders.Add("x-functions-key", Keys.FunctionKey(home.Path));
        await Patience.UntilAsync<bool>(
            async () =>
            {
                await app.PostAsync("/api/connections/stripe/sweep", null);
                var summary = await app.GetFromJsonAsync<JsonElement>("/api/runs/summary");
                return Done(summary, "order-to-cash") && Done(summary, "sales-order-to-sage") ? true : null;
            },
            () => app.GetStringAsync("/api/runs/summary"));
        Prove(new Ledger(await sandbox.GetFromJsonAsync<JsonElement>("/_sandbox/ledger")));
    }

    private async Task LiveAndDieAsync(int first)
    {
        using var app = AppProcess.Start(home.Path, address.ToString(), sandbox.BaseAddress!.ToString().TrimEnd('/'));
        await app.ReadyAsync();
        using var life = new PeriodicTimer(TimeSpan.FromMilliseconds(chance.Next(20, 600)));
        for (var i = first; i < Math.Min(first + OrdersALife, Orders); i++)
        {
            var order = JsonSerializer.SerializeToNode(Support.Orders.Simple($"WEB-{i}", $"c{i % 10}@example.net", $"Customer {i % 10}"))!.AsObject();
            order["deliver"] = "shuffled";
            order["duplicates"] = chance.Next(0, 4);
            await PostAsync("/_sandbox/stripe/checkouts", order);
        }
        await life.WaitForNextTickAsync();
        await app.KillAsync();
        kills++;
    }

    private static void Prove(Ledger ledger)
    {
        Assert.Equal(Math.Min(10, Orders), ledger.Contacts.Count);
        Assert.Equal(ledger.Contacts.Count, ledger.SageCustomers.Count);
        Assert.Equal(Orders, ledger.SalesOrders.Select(o => o.GetProperty("reference_number").GetString()).Distinct().Count());
        Assert.Equal((Orders, Orders, Orders, Orders),
            (ledger.SalesOrders.Count, ledger.Invoices.Count, ledger.Payments.Count, ledger.SageOrders.Count));
        Assert.All(ledger.Invoices, invoice => Assert.Equal("paid", invoice.GetProperty("status").GetString()));
        Assert.Equal(95.10m * Orders, ledger.SageOrders.Sum(order => order.GetProperty("Total").GetDecimal()));
    }

    private static bool Done(JsonElement summary, string flow) =>
        summary.GetProperty(flow).TryGetProperty("Done", out var done) && done.GetInt32() == Orders;

    private static object Item(string sku) => new { sku, name = "Item " + sku, rate = 1.0, stock = 100_000 };

    private static object SageItem(string code) => new { itemCode = code, description = "Item " + code, price = 1.0, stock = 100_000 };

    private async Task PostAsync(string path, object body) => (await sandbox.PostAsJsonAsync(path, body)).EnsureSuccessStatusCode();

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), out var value) ? value : otherwise;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
