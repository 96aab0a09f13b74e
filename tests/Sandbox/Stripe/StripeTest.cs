using System.Text.Json.Nodes;
using Isthmus.Sandbox.Tests.Hosting;

namespace Isthmus.Sandbox.Tests.Stripe;

/// <summary>A sandbox and a client for each test.</summary>
public abstract class StripeTest : IAsyncLifetime
{
    protected SandboxServer Sandbox { get; private set; } = null!;

    protected StripeClient Stripe { get; private set; } = null!;

    public virtual async Task InitializeAsync()
    {
        Sandbox = await SandboxServer.StartAsync();
        Stripe = new StripeClient(Sandbox);
    }

    public async Task DisposeAsync() => await Sandbox.DisposeAsync();

    protected Task<JsonNode> CheckoutAsync(object? more = null)
    {
        var body = new JsonObject
        {
            ["id"] = "WEB-1",
            ["customer"] = new JsonObject { ["email"] = "ana@example.net", ["name"] = "Ana" },
            ["lines"] = new JsonArray(new JsonObject { ["sku"] = "BTL", ["quantity"] = 2, ["unitAmount"] = 1000 })
        };
        if (more is not null)
            foreach (var (name, value) in (JsonObject)System.Text.Json.JsonSerializer.SerializeToNode(more)!) body[name] = value?.DeepClone();
        return Sandbox.PostAsync("/_sandbox/stripe/checkouts", body);
    }

    protected Task AdvanceAsync(long seconds) => Sandbox.PostAsync("/_sandbox/clock", new { advanceSeconds = seconds });

    protected Task ConfigureAsync(object stripe) => Sandbox.PostAsync("/_sandbox/settings", new { stripe });

    /// <summary>Events of a type, newest first.</summary>
    protected async Task<IReadOnlyList<JsonNode>> EventsAsync(string type) =>
        [.. (await Stripe.ReadAsync($"/v1/events?type={type}&limit=100"))["data"]!.AsArray()!];

    protected static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();
}
