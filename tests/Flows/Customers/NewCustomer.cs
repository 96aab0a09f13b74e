using Isthmus.Core.Customers;
using Isthmus.Flows.Tests.Crash;
using Isthmus.Flows.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Flows.Tests.Customers;

/// <summary>A new customer in Stripe becomes one contact, and each names the other.</summary>
internal sealed class NewCustomer : Scenario
{
    private string id = "";

    public override (string, string)[] Settings => [Clientele.On];

    public override Task PrepareAsync(World world) => Clientele.FurnishAsync(world);

    public override async Task BeginAsync(World world) =>
        id = await new Clientele(world).EnterInStripeAsync(("name", "Ana Prado"), ("email", "ana@example.net"), ("metadata[segment]", "retail"));

    public override async Task EndedAsync(World world, CancellationToken cancellation)
    {
        await Patience.UntilAsync<bool>(async () =>
        {
            cancellation.ThrowIfCancellationRequested();
            return await world.Services.GetRequiredService<CustomerLinkStore>().FindAsync(id, cancellation) is { Known.Count: > 1 } ? true : null;
        });
        await OverAsync(world, "customer-" + id, cancellation);
    }

    public override async Task ProveAsync(World world)
    {
        await world.RunAsync("customer-" + id, "done");
        var contact = Assert.Single((await world.LedgerAsync()).Contacts).GetProperty("contact_id").GetString()!;
        var (there, here) = (await new Clientele(world).ContactAsync(contact), await new Clientele(world).CustomerAsync(id));
        Assert.Equal(Person.OfCustomer(here), Person.OfContact(there));
        Assert.Equal(contact, here.GetProperty("metadata").GetProperty("zoho_contact_id").GetString());
        Assert.Equal(id, there.GetProperty("custom_field_hash").GetProperty("cf_stripe_customer").GetString());
    }
}
