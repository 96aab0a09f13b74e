using Isthmus.Flows.Tests.Histories;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Customers;

/// <summary>Keeps the histories of customers, with ISTHMUS_RECORD=1.</summary>
public sealed class When_the_flows_of_customers_are_recorded
{
    [Fact]
    public async Task A_contact_got_its_customer()
    {
        await using var world = await Clientele.OpenAsync();
        var clients = new Clientele(world);
        var contact = await clients.EnterInZohoAsync(new
        {
            contact_name = "Bert Groß", contact_persons = new[] { new { first_name = "Bert", email = "bert@example.net" } }
        });
        var link = await clients.LinkedContactAsync(contact);
        await clients.RestAsync();
        await KeepAsync(world, "contact.linked", "contact-" + contact);
        await KeepAsync(world, "customer.carried", "customer-" + link.StripeId);
    }

    [Fact]
    public async Task A_deleted_customer_was_decided_on()
    {
        await using var world = await Clientele.OpenAsync(("Isthmus:Customers:OnDeletedInStripe", "hold"));
        var clients = new Clientele(world);
        var id = await clients.EnterInStripeAsync(("name", "Ana Prado"));
        await clients.LinkedAsync(id);
        await clients.RestAsync();
        await clients.StripeAsync($"/v1/customers/{id}");
        await world.RunAsync("customer-" + id, "held");
        (await world.App.PostAsync($"/api/runs/customer-{id}/reject", null)).EnsureSuccessStatusCode();
        await KeepAsync(world, "customer.decided", "customer-" + id);
    }

    private static async Task KeepAsync(World world, string name, string run)
    {
        await world.RunAsync(run, "done");
        await world.OverAsync(run);
        if (Environment.GetEnvironmentVariable("ISTHMUS_RECORD") == "1") await KeptHistory.KeepAsync(name, world.Parts.Engine.Client, run);
    }
}
