using Isthmus.Flows.Tests.Support;
using Xunit.Abstractions;

namespace Isthmus.Flows.Tests.Customers;

/// <summary>Edits on both sides, lost answers, doubled and unordered webhooks; at rest both sides say the same.</summary>
public sealed class When_customers_change_at_random(ITestOutputHelper output)
{
    private static readonly string[] Names = ["Ana", "Bert", "Cleo"];

    [Fact]
    public async Task At_rest_both_sides_agree_and_nobody_is_there_twice()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("ISTHMUS_SEED"), out var given) ? given : Environment.TickCount;
        output.WriteLine($"ISTHMUS_SEED={seed}");
        var random = new Random(seed);
        await using var world = await Clientele.OpenAsync();
        var clients = new Clientele(world);
        var people = new List<(string Id, string Contact)>();
        foreach (var name in Names)
        {
            var id = await clients.EnterInStripeAsync(("name", name), ("email", $"{name}@example.net"));
            people.Add((id, (await clients.LinkedAsync(id)).ContactId));
        }
        for (var deed = 0; deed < 18; deed++)
        {
            try { await DoAsync(random, world, clients, people[random.Next(3)]); }
            catch (HttpRequestException) { output.WriteLine("A person's own answer was lost."); }
        }
        await world.HealAsync();
        await clients.RestAsync();
        await clients.SweepAsync(full: true);
        await clients.RestAsync();

        Assert.Equal(Names.Length, (await world.LedgerAsync()).Contacts.Count);
        foreach (var (id, contact) in people)
            Assert.Equal(Person.OfCustomer(await clients.CustomerAsync(id)), Person.OfContact(await clients.ContactAsync(contact)));
        var before = await WritesAsync(world);
        await clients.SweepAsync(full: true);
        await clients.RestAsync();
        Assert.Equal(before, await WritesAsync(world));
    }

    private static async Task DoAsync(Random random, World world, Clientele clients, (string Id, string Contact) person)
    {
        var value = random.Next(1000).ToString(System.Globalization.CultureInfo.InvariantCulture);
        switch (random.Next(7))
        {
            case 0: await clients.StripeAsync($"/v1/customers/{person.Id}", ("name", "Stripe " + value), ("phone", value)); break;
            case 1: await clients.StripeAsync($"/v1/customers/{person.Id}", ("metadata[segment]", random.Next(3) == 0 ? "" : value)); break;
            case 2: await clients.ZohoAsync("PUT", $"/contacts/{person.Contact}", new { contact_name = $"Zoho {value} {person.Contact}" }); break;
            case 3:
                await clients.ZohoAsync(
                    "PUT", $"/contacts/{person.Contact}", new { custom_fields = new[] { new { api_name = "cf_segment", value } } });
                break;
            case 4:
                await clients.ZohoAsync(
                    "PUT", $"/contacts/{person.Contact}",
                    new { billing_address = new { address = value, city = "Porto", country = "Portugal" } });
                break;
            case 5:
                await world.FaultAsync(
                    new { vendor = "zoho-inventory", match = "/inventory/v1/contacts", kind = "drop-after", count = 1 });
                break;
            default: await world.FaultAsync(new { vendor = "stripe", match = "/v1/customers", kind = "drop-after", count = 1 }); break;
        }
    }

    private static async Task<int> WritesAsync(World world) =>
        (await world.App.GetStringAsync("/api/audit?limit=500")).Split("\"write customer\"").Length;
}
