using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Loads;

public sealed class When_Zoho_has_a_customer_already
{
    [Fact]
    public async Task It_is_taken_as_it_is_for_the_first_customer_of_its_address()
    {
        await using var world = await World.StartAsync(("Isthmus:OrderToCash:ForwardToSage", "false"));
        var loading = new Loading(world);
        await world.StockAsync("BTL-1L", "CUP-2");
        await world.RunAsync((await world.CheckoutAsync(Orders.Simple())).RunId, "done");
        await loading.CustomersAsync(2, n => new { CustomerName = $"Prado {n}", EmailAddress = "Ana@example.net" });

        Assert.Equal("2 1 1 0 0", await loading.LoadAsync());

        var contacts = await loading.ContactsAsync();
        Assert.Equal(2, contacts.Count);
        Assert.Contains("Ana Prado", contacts);
    }
}
