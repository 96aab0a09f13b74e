using System.Net.Http.Json;
using System.Text.Json;
using Isthmus.Core.Vault;
using Isthmus.Embedded.Hosting.Lifecycle;
using Isthmus.Functions.Hosting;
using Isthmus.Sandbox.Clock;
using Isthmus.Sandbox.Hosting;
using Isthmus.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Isthmus.Flows.Tests.Support;

/// <summary>The real app on the embedded host, and the sandbox, in one process, talking over HTTP.</summary>
internal sealed class World : IAsyncDisposable
{
    private readonly TemporaryFolder home = new();
    private readonly Dictionary<string, string?> settings;
    private readonly WebApplication? ownSandbox;
    private string address = $"http://127.0.0.1:{FreePort.Next()}";
    private LocalHost? app;

    private World(Dictionary<string, string?> settings, WebApplication? ownSandbox, TimeSpan ahead) =>
        (this.settings, this.ownSandbox, Clock) = (settings, ownSandbox, new SandboxClock(TimeProvider.System, ahead));

    public HttpClient Sandbox { get; private set; } = null!;

    public HttpClient App { get; private set; } = null!;

    public string Home => home.Path;

    /// <summary>The parts of the running app.</summary>
    public AppParts Parts => app!.Parts;

    /// <summary>What the running app is made of.</summary>
    public IServiceProvider Services => app!.Services;

    /// <summary>The clock of the app; it goes with that of the vendors.</summary>
    public SandboxClock Clock { get; }

    /// <summary>What the app wrote to its log as an error.</summary>
    public KeptLog Log { get; } = new();

    /// <summary>Stands between the app and the vendors, where a test wants to.</summary>
    public Func<DelegatingHandler>? Between { get; private init; }

    /// <summary>Changes the app before it is built, where a test wants to.</summary>
    private Action<FunctionsApplicationBuilder>? Furnish { get; init; }

    public static async Task<World> StartAsync(params (string Name, string Value)[] settings)
    {
        var sandbox = BuildQuietSandbox();
        await sandbox.StartAsync();
        var address = AddressOf(sandbox.Services);
        using var client = new HttpClient { BaseAddress = address };
        return await StartAsync(new World(Dictionary(settings), sandbox, await AheadAsync(client)), address);
    }

    /// <summary>A new app beside a sandbox that serves several worlds, one after the other; it is emptied first.</summary>
    public static Task<World> StartBesideAsync(
        WebApplication sandbox, Func<DelegatingHandler>? between, params (string Name, string Value)[] settings) =>
        StartBesideAsync(sandbox, between, null, settings);

    /// <summary>As the other, with an app that is changed before it is built.</summary>
    public static async Task<World> StartBesideAsync(
        WebApplication sandbox, Func<DelegatingHandler>? between, Action<FunctionsApplicationBuilder>? furnish,
        params (string Name, string Value)[] settings)
    {
        var address = AddressOf(sandbox.Services);
        using var client = new HttpClient { BaseAddress = address };
        (await client.PostAsync("/_sandbox/reset", null)).EnsureSuccessStatusCode();
        var patient = new Dictionary<string, object> { ["zoho-inventory"] = new { tokensPerTenMinutes = 1_000_000 } };
        (await client.PostAsJsonAsync("/_sandbox/settings", patient)).EnsureSuccessStatusCode();
        var world = new World(Dictionary(settings), null, await AheadAsync(client)) { Between = between, Furnish = furnish };
        return await StartAsync(world, address);
    }

    public static WebApplication BuildSandbox() => SandboxApp.Build(Arguments);

    /// <summary>A sandbox whose clock is ahead, where it is quiet: the app beside it goes by the same.</summary>
    public static WebApplication BuildQuietSandbox() =>
        SandboxApp.Build(Arguments, options => options.Behind = -QuietTime.After(TimeProvider.System.GetUtcNow()));

    private static string[] Arguments => ["--url", "http://127.0.0.1:0", "--seed", "7"];

    private static async Task<TimeSpan> AheadAsync(HttpClient sandbox) => TimeSpan.FromSeconds(
        (await sandbox.GetFromJsonAsync<JsonElement>("/_sandbox/clock")).GetProperty("offsetSeconds").GetInt64());

    private static Dictionary<string, string?> Dictionary((string Name, string Value)[] settings) =>
        settings.ToDictionary(s => s.Name, s => (string?)s.Value);

    private static async Task<World> StartAsync(World world, Uri sandbox)
    {
        world.Sandbox = new HttpClient { BaseAddress = sandbox };
        FillVault(world.Home);
        await world.StartAppAsync();
        await RegisterWebhooksAsync(world.Sandbox, world.App.BaseAddress!, world.Home);
        return world;
    }

    /// <summary>Starts the app; while no vendor knows its address yet, another will do where that one was taken meanwhile.</summary>
    public async Task StartAppAsync()
    {
        for (var spare = App is null ? 5 : 0; ; spare--)
        {
            app = Build();
            try
            {
                await app.StartAsync();
                break;
            }
            catch (IOException taken) when (taken.InnerException is AddressInUseException && spare > 0)
            {
                await app.DisposeAsync();
                address = $"http://127.0.0.1:{FreePort.Next()}";
            }
        }
        App = new HttpClient { BaseAddress = AddressOf(app.Services) };
        address = App.BaseAddress.ToString();
        App.DefaultRequestHeaders.Add("x-functions-key", Keys.FunctionKey(Home));
    }

    private LocalHost Build()
    {
        var builder = FunctionsApplication.CreateBuilder(["--urls", address]);
        builder.Properties["Isthmus.FunctionAssemblies"] = new[] { typeof(IsthmusServices).Assembly };
        builder.ConfigureFunctionsWebApplication();
        builder.Configuration.AddInMemoryCollection(Settings());
        builder.Logging.SetMinimumLevel(LogLevel.Error).AddProvider(Log);
        builder.Services.AddSingleton<TimeProvider>(Clock);
        Furnish?.Invoke(builder);
        builder.Services.AddIsthmus(builder.Configuration);
        if (Between is not null) builder.Services.ConfigureHttpClientDefaults(client => client.AddHttpMessageHandler(Between));
        return (LocalHost)builder.Build();
    }

    public async Task StopAppAsync()
    {
        await app!.StopAsync();
        await app.DisposeAsync();
        app = null;
    }

    /// <summary>Ends the app as kill -9 would, and starts it again at the same address.</summary>
    public async Task CrashAndRestartAsync()
    {
        await app!.CrashAsync();
        await StartAppAsync();
    }

    /// <summary>Pays an order in Stripe; answers with its ids.</summary>
    public async Task<Checkout> CheckoutAsync(object checkout)
    {
        var answer = await Sandbox.PostAsJsonAsync("/_sandbox/stripe/checkouts", checkout);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException(body.ToString());
        return new Checkout(body.GetProperty("paymentIntent").GetString()!, body);
    }

    /// <summary>Puts items into the catalogues of Zoho and Sage.</summary>
    public async Task StockAsync(params string[] skus)
    {
        await PostAsync("/_sandbox/zoho-inventory/items", skus.Select(sku => new { sku, name = "Item " + sku, rate = 1.0, stock = 1000 }));
        await PostAsync(
            "/_sandbox/sage-100/items",
            skus.Select(sku => new { itemCode = sku, description = "Item " + sku, price = 1.0, stock = 1000 }));
    }

    public async Task PostAsync(string path, object body)
    {
        var answer = await Sandbox.PostAsJsonAsync(path, body);
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{path}: {await answer.Content.ReadAsStringAsync()}");
    }

    public async Task<Ledger> LedgerAsync() => new(await Sandbox.GetFromJsonAsync<JsonElement>("/_sandbox/ledger"));

    /// <summary>Waits until the order has arrived in Sage; answers with what the vendors hold.</summary>
    public async Task<Ledger> SettledAsync(Checkout paid)
    {
        await RunAsync(paid.RunId, "done");
        var salesOrder = (await LedgerAsync()).SalesOrders
            .Single(order => order.GetProperty("reference_number").GetString() == paid.PaymentIntent);
        await RunAsync("so2sage-" + salesOrder.GetProperty("salesorder_id").GetString(), "done");
        return await LedgerAsync();
    }

    /// <summary>Reads an object from Stripe as its owner.</summary>
    public async Task<JsonElement> StripeAsync(string path)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Authorization", "Bearer sk_test_sandbox");
        return await (await Sandbox.SendAsync(request)).Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>Makes calls to the vendors go wrong.</summary>
    public Task FaultAsync(object fault) => PostAsync("/_sandbox/faults", fault);

    /// <summary>Moves the clocks of the app and of the vendors forward.</summary>
    public async Task PassTimeAsync(TimeSpan by)
    {
        await PostAsync("/_sandbox/clock", new { advanceSeconds = (long)by.TotalSeconds });
        Clock.Advance(by);
    }

    /// <summary>Ends the faults.</summary>
    public async Task HealAsync() => (await Sandbox.DeleteAsync("/_sandbox/faults")).EnsureSuccessStatusCode();

    /// <summary>Whether work flows over a connection, as operators see it.</summary>
    public async Task<JsonElement> CircuitAsync(string connection) =>
        (await App.GetFromJsonAsync<JsonElement>("/api/connections")).EnumerateArray()
        .Single(shown => shown.GetProperty("id").GetString() == connection).GetProperty("circuit");

    /// <summary>Waits until the connection's circuit is in a state; answers with it.</summary>
    public Task<JsonElement> CircuitAsync(string connection, string state) => Patience.UntilAsync<JsonElement>(
        async () => await CircuitAsync(connection) is var circuit && circuit.GetProperty("state").GetString() == state ? circuit : null,
        async () => (await CircuitAsync(connection)).ToString());

    /// <summary>How many calls a vendor got since the last reset of the counts.</summary>
    public async Task<long> CallsAsync(string vendor) =>
        (await Sandbox.GetFromJsonAsync<JsonElement>("/_sandbox/calls")).GetProperty(vendor).GetProperty("total").GetInt64();

    /// <summary>Waits until the run is in one of the states; answers with it. Another end is not waited out.</summary>
    public Task<JsonElement> RunAsync(string id, params string[] states) => RunAsync(id, states, ends: ["deadLettered", "ignored"]);

    /// <summary>Waits until a run that had ended before is in one of the states; answers with it.</summary>
    public Task<JsonElement> RunAgainAsync(string id, params string[] states) => RunAsync(id, states, ends: []);

    private Task<JsonElement> RunAsync(string id, string[] states, string[] ends) => Patience.UntilAsync<JsonElement>(
        async () =>
        {
            var answer = await App.GetAsync($"/api/runs/{id}");
            if (!answer.IsSuccessStatusCode) return null;
            var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
            var state = body.GetProperty("run").GetProperty("state").GetString()!;
            if (states.Contains(state)) return body;
            return ends.Contains(state) ? throw new InvalidOperationException($"The run ended otherwise: {body}") : null;
        },
        async () => $"run {id}: {await (await App.GetAsync($"/api/runs/{id}")).Content.ReadAsStringAsync()}");

    public async ValueTask DisposeAsync()
    {
        if (app is not null) await StopAppAsync();
        if (ownSandbox is not null)
        {
            await ownSandbox.StopAsync();
            await ownSandbox.DisposeAsync();
        }
        home.Dispose();
    }

    /// <summary>The sandbox's own secrets, under the names that the settings give.</summary>
    public static void FillVault(string home)
    {
        var vault = new FileVault(home);
        vault.Set("stripe-api-key", "sk_test_sandbox");
        vault.Set("zoho-client-id", "1000.SANDBOX");
        vault.Set("zoho-client-secret", "zoho-sandbox-secret");
        vault.Set("zoho-refresh-token", "1000.sandbox.refresh");
        vault.Set("zoho-webhook", "zohoSandboxToken123");
        vault.Set("sage-agent-key", "sage-sandbox-key");
        CrmSettings.FillVault(vault);
        SageSoapSettings.FillVault(vault);
    }

    /// <summary>Has the vendors send their events to the app.</summary>
    public static async Task RegisterWebhooksAsync(HttpClient sandbox, Uri app, string home)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/v1/webhook_endpoints")
        {
            Content = new FormUrlEncodedContent(
                [new("url", new Uri(app, "/api/webhooks/stripe").ToString()), new("enabled_events[]", "*")]),
        };
        request.Headers.Add("Authorization", "Bearer sk_test_sandbox");
        var endpoint = await (await sandbox.SendAsync(request)).Content.ReadFromJsonAsync<JsonElement>();
        new FileVault(home).Set("stripe-webhook", endpoint.GetProperty("secret").GetString()!);
        (await sandbox.PostAsJsonAsync("/_sandbox/zoho-inventory/webhooks", new
        {
            url = new Uri(app, "/api/webhooks/zoho-inventory"),
            secret = "zohoSandboxToken123",
            rules = new[]
            {
                "salesorder.created", "salesorder.confirmed", "salesorder.voided", "package.created", "shipment.created", "shipment.delivered",
                "creditnote.opened", "creditnote.edited", "creditnote_refund.created", "salesreturn.approved",
                "shipment.deleted", "package.deleted", "purchaseorder.created", "purchaseorder.edited", "purchaseorder.issued",
                "purchaseorder.cancelled", "purchaseorder.deleted", "purchasereceive.created", "purchasereceive.edited", "purchasereceive.deleted",
            },
        })).EnsureSuccessStatusCode();
    }

    private Dictionary<string, string?> Settings()
    {
        var sandboxUrl = Sandbox.BaseAddress!.ToString().TrimEnd('/');
        var all = new Dictionary<string, string?>
        {
            ["AzureWebJobsStorage"] = "IsthmusHome=" + Home,
            ["Isthmus:Home"] = Home,
            ["Isthmus:Failures:FirstDelay"] = "00:00:00.01",
            ["Isthmus:Failures:FirstProbe"] = "00:00:00.1",
            ["Isthmus:Failures:ReleaseEvery"] = "00:00:00.05",
            ["Isthmus:Connections:stripe:BaseAddress"] = sandboxUrl,
            ["Isthmus:Connections:stripe:WebhookSecrets:0"] = "stripe-webhook",
            ["Isthmus:Connections:stripe:Limits:Calls"] = "10000",
            ["Isthmus:Connections:zoho-inventory:AccountsServer"] = sandboxUrl + "/zoho-accounts",
            ["Isthmus:Connections:zoho-inventory:OrganizationId"] = "10234695",
            ["Isthmus:Connections:zoho-inventory:Webhook:Secrets:0"] = "zoho-webhook",
            ["Isthmus:Connections:zoho-inventory:Limits:Calls"] = "10000",
            ["Isthmus:Connections:sage-100:BaseAddress"] = sandboxUrl + "/sage-100/agent/v1",
            ["Isthmus:Connections:sage-100:Company"] = "ABC",
            ["Isthmus:Connections:sage-100:Limits:Calls"] = "10000",
        };
        foreach (var connection in new[] { "stripe", "zoho-inventory", "sage-100" })
            all[$"Isthmus:Connections:{connection}:Limits:RetryPause"] = "00:00:00.01";
        foreach (var (name, value) in settings)
        {
            all[name] = value?.Replace("{sandbox}", sandboxUrl, StringComparison.Ordinal)
                .Replace("{app}", address.TrimEnd('/'), StringComparison.Ordinal);
        }
        return all;
    }

    private static Uri AddressOf(IServiceProvider services) =>
        new(services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
}

/// <summary>A payment that a test made.</summary>
internal sealed record Checkout(string PaymentIntent, JsonElement Answer)
{
    public string RunId => "o2c-" + PaymentIntent;
}
