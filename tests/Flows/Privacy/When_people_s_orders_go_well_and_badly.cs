using System.Security.Cryptography;
using System.Text;
using Isthmus.Core.Vault;
using Isthmus.Flows.Tests.Operators;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Privacy;

public sealed class When_people_s_orders_go_well_and_badly
{
    private const string Card = "4242424242424242";
    private static readonly string[] Shared = ["very-private", "Quuxington", "912345678", Card, "4242 4242", "admirer"];
    private readonly List<string> told = [];

    [Fact]
    public async Task Nothing_but_the_payload_store_knows_who_they_are()
    {
        var people = new[] { "Zeldamira", "Yorickson", "Xanthippa", "Wolframus", "Valeriana", "Ulyssandra" }
            .Select(word => new Person(word)).ToList();
        await using var world = await World.StartAsync(
            ("Logging:LogLevel:Default", "Debug"), ("Isthmus:OrderToCash:HoldAbove", "90000"), ("Isthmus:Failures:PatientTries", "6"));
        await world.StockAsync("BTL-1L", "CUP-2");

        await FaultsAsync(world, people[0]);
        await NamesakesAsync(world, people[1], people[2]);
        await DeadAsync(world, people[3]);
        await HeldAsync(world, people[4]);
        await ForgedAsync(world, people[5]);
        await LookAroundAsync(world);

        var secrets = await SecretsAsync(world.Home);
        var home = world.Home;
        await world.StopAppAsync();
        var words = people.SelectMany(person => person.Values).Concat(Shared).Concat(secrets).ToList();
        Assert.NotEmpty(KeptState.Logs(home));
        Assert.Empty(KeptState.Find(home, words));
        Assert.Empty(told.SelectMany(answer => words
            .Where(word => answer.Contains(word, StringComparison.OrdinalIgnoreCase)).Select(word => $"{word}: {answer}")));
    }

    /// <summary>Vendors fail in every way they know while an order is carried.</summary>
    private static async Task FaultsAsync(World world, Person person)
    {
        foreach (var kind in new[] { "status", "drop-before", "drop-after", "malformed-body", "token-expiry" })
            await world.FaultAsync(new { vendor = "zoho-inventory", match = "contacts|salesorders|invoices", kind, count = 1, status = 500 });
        await world.FaultAsync(new { vendor = "sage-100", kind = "record-lock", count = 1 });
        await world.FaultAsync(new { vendor = "sage-100", match = "write", kind = "drop-after", count = 1 });
        await world.FaultAsync(new { vendor = "stripe", match = "payment_intents", kind = "malformed-body", count = 1 });
        await world.SettledAsync(await world.CheckoutAsync(person.Order()));
        (await world.Sandbox.DeleteAsync("/_sandbox/faults")).EnsureSuccessStatusCode();
    }

    /// <summary>Zoho refuses a second contact of the same name, and says the name.</summary>
    private static async Task NamesakesAsync(World world, Person first, Person second)
    {
        await world.SettledAsync(await world.CheckoutAsync(first.Order()));
        await world.SettledAsync(await world.CheckoutAsync(
            first.Order("customer", new { email = second.Email, name = first.Name })));
    }

    /// <summary>Orders that cannot be carried: a line without a SKU that is engraved for her, and one that nobody has.</summary>
    private async Task DeadAsync(World world, Person person)
    {
        var engraved = new[] { new { description = $"Cup for {person.Name}", quantity = 1, unitAmount = 500 } };
        var missing = new[] { new { sku = "CUP-3", description = $"Cup for {person.Name}", quantity = 1, unitAmount = 500 } };
        foreach (var order in new[] { person.Order("lines", engraved), person.Order("lines", missing) })
        {
            var paid = await world.CheckoutAsync(order);
            await world.RunAsync(paid.RunId, "deadLettered");
            await TellAsync(world, $"/api/dead-letters/{paid.RunId}", $"/api/dead-letters/{paid.RunId}/record", $"/api/runs/{paid.RunId}");
            foreach (var edit in new object[]
            {
                new { customer = new { email = person.Word } }, new { customer = new { name = person.Name + " II" } },
                new { lines = person.Name }
            })
                told.Add((await world.ActAsync($"/api/dead-letters/{paid.RunId}/edit?preview=true", edit)).Body.ToString());
        }
    }

    private async Task HeldAsync(World world, Person person)
    {
        var cup = new { sku = "CUP-2", description = "Cup", quantity = 1, unitAmount = 95000 };
        var paid = await world.CheckoutAsync(person.Order("lines", new[] { cup }));
        await world.RunAsync(paid.RunId, "held");
        told.Add((await world.ActAsync($"/api/runs/{paid.RunId}/reject?note=no")).Body.ToString());
        await world.RunAsync(paid.RunId, "deadLettered");
        await TellAsync(world, $"/api/runs/{paid.RunId}");
    }

    /// <summary>Webhooks that are not what they seem: unsigned, and signed but not JSON.</summary>
    private async Task ForgedAsync(World world, Person person)
    {
        var secret = await new FileVault(world.Home).GetAsync("stripe-webhook");
        var sound = $$"""{"id":"evt_9","name":"{{person.Name}}","email":"{{person.Email}}"}""";
        foreach (var body in new[] { sound, $"{{\"id\":\"evt_8\",{person.Name}" })
        {
            told.Add(await PostAsync(world, "/api/webhooks/stripe", body, "t=1,v1=00"));
            told.Add(await PostAsync(world, "/api/webhooks/stripe", body, Sign(body, secret, world.Clock.GetUtcNow().ToUnixTimeSeconds())));
            told.Add(await PostAsync(world, "/api/webhooks/zoho-inventory", body, "00"));
        }
    }

    private async Task LookAroundAsync(World world) => await TellAsync(
        world, "/api/runs", "/api/runs?flow=sales-order-to-sage", "/api/dead-letters", "/api/dead-letters/groups", "/api/audit", "/api/connections",
        "/api/connections/stripe/check", "/api/connections/zoho-inventory/check", "/api/connections/sage-100/check");

    private async Task TellAsync(World world, params string[] paths)
    {
        foreach (var path in paths) told.Add(await (await world.App.GetAsync(path)).Content.ReadAsStringAsync());
    }

    private static async Task<string> PostAsync(World world, string path, string body, string signature)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("Stripe-Signature", signature);
        request.Headers.Add("X-Zoho-Webhook-Signature", signature);
        return await (await world.App.SendAsync(request)).Content.ReadAsStringAsync();
    }

    private static string Sign(string body, string secret, long now)
    {
        var signed = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{now}.{body}"));
        return $"t={now},v1={Convert.ToHexStringLower(signed)}";
    }

    private static async Task<IEnumerable<string>> SecretsAsync(string home)
    {
        var vault = new FileVault(home);
        var secrets = new List<string> { Keys.FunctionKey(home) };
        foreach (var name in vault.Names()) secrets.Add(await vault.GetAsync(name));
        return secrets;
    }
}
