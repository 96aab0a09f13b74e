using Isthmus.Core.Customers;
using Isthmus.Flows.Tests.Crash;
using Isthmus.Flows.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Flows.Tests.Customers;

/// <summary>A new contact in Zoho becomes one customer in Stripe.</summary>
internal sealed class NewContact : Scenario
{
    private string id = "";

    public override (string, string)[] Settings => [Clientele.On];

    public override Task PrepareAsync(World world) => Clientele.FurnishAsync(world);

    public override async Task BeginAsync(World world) => id = await new Clientele(world).EnterInZohoAsync(new
    {
        contact_name = "Bert Groß", contact_persons = new[] { new { first_name = "Bert", last_name = "Groß", email = "bert@example.net" } },
    });

    public override async Task EndedAsync(World world, CancellationToken cancellation)
    {
        CustomerLink? link = null;
        await Patience.UntilAsync<bool>(async () =>
        {
            cancellation.ThrowIfCancellationRequested();
            link = await world.Services.GetRequiredService<CustomerLinkStore>().FindOfContactAsync(id, cancellation);
            return link is { Known.Count: > 1 } ? true : null;
        });
        await OverAsync(world, "contact-" + id, cancellation);
        await OverAsync(world, "customer-" + link!.StripeId, cancellation);
    }

    public override async Task NudgeAsync(World world, CancellationToken cancellation)
    {
        await base.NudgeAsync(world, cancellation);
        await world.App.PostAsync("/api/customers/sweep", null, cancellation);
    }

    public override async Task ProveAsync(World world)
    {
        var customer = Assert.Single((await world.StripeAsync("/v1/customers")).GetProperty("data").EnumerateArray());
        Assert.Equal(id, customer.GetProperty("metadata").GetProperty("zoho_contact_id").GetString());
        Assert.Equal(Person.OfContact(await new Clientele(world).ContactAsync(id)), Person.OfCustomer(customer));
    }
}
