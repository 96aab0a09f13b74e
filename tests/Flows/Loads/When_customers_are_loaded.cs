using System.Net.Http.Json;
using System.Text.Json;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Loads;

public sealed class When_customers_are_loaded : IAsyncLifetime
{
    private World world = null!;
    private Loading loading = null!;

    public async Task InitializeAsync()
    {
        world = await World.StartAsync(("Isthmus:Loads:PageSize", "4"));
        loading = new Loading(world);
    }

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Fact]
    public async Task Each_is_a_contact_in_Zoho()
    {
        await loading.CustomersAsync(10);
        Assert.Equal("10 10 0 0 0", await loading.LoadAsync());
        Assert.Equal(Loading.Names(10), await loading.ContactsAsync());
        var contact = (await world.LedgerAsync()).Contacts.Single(each => each.GetProperty("contact_name").GetString() == "Customer 7");
        Assert.Equal("c7@example.net", contact.GetProperty("email").GetString());
    }

    [Fact]
    public async Task Those_that_did_not_change_cost_no_call_to_Zoho()
    {
        await loading.CustomersAsync(10);
        await loading.LoadAsync();
        var before = await world.CallsAsync("zoho-inventory");
        Assert.Equal("10 0 10 0 0", await loading.LoadAsync());
        Assert.Equal(before, await world.CallsAsync("zoho-inventory"));
    }

    [Fact]
    public async Task Only_what_changed_is_written_again()
    {
        await loading.CustomersAsync(10);
        await loading.LoadAsync();
        await loading.ChangeAsync(3, new { CustomerName = "Third & Sons" });
        Assert.Equal("10 1 9 0 0", await loading.LoadAsync());
        Assert.Contains("Third & Sons", await loading.ContactsAsync());
        Assert.Equal(10, (await loading.ContactsAsync()).Count);
    }

    [Fact]
    public async Task A_dry_run_says_what_would_change_and_changes_nothing()
    {
        await loading.CustomersAsync(10);
        Assert.Equal("10 10 0 0 0", await loading.LoadAsync(dryRun: true));
        Assert.Empty(await loading.ContactsAsync());
        Assert.Equal("10 10 0 0 0", await loading.LoadAsync());
    }

    [Fact]
    public async Task Those_that_came_from_Zoho_do_not_go_back()
    {
        await loading.CustomersAsync(3, n => n == 2 ? new { CustomerName = "Echo", UDF_EXTERNAL_ID = "zoho:460000000000012345" } : null);
        Assert.Equal("3 2 0 1 0", await loading.LoadAsync());
    }

    [Fact]
    public async Task Those_that_are_not_active_are_left_out()
    {
        await loading.CustomersAsync(3, n => n == 2 ? new { CustomerName = "Gone", CustomerStatus = "I" } : null);
        Assert.Equal("3 2 0 1 0", await loading.LoadAsync());
    }

    [Fact]
    public async Task Two_of_one_name_and_one_address_stay_two()
    {
        await loading.CustomersAsync(2, _ => new { CustomerName = "Smith", EmailAddress = "smith@example.net" });
        await loading.LoadAsync();
        var contacts = await loading.ContactsAsync();
        Assert.Equal(2, contacts.Count);
        Assert.Contains("Smith", contacts);
        Assert.Matches(@"^Smith \(00-C0000[12]\)$", contacts.Single(name => name != "Smith"));
    }

    [Fact]
    public async Task An_order_of_a_loaded_customer_is_entered_for_that_customer()
    {
        await world.StockAsync("BTL-1L", "CUP-2");
        await loading.CustomersAsync(1);
        await loading.LoadAsync();
        var ledger = await world.SettledAsync(await world.CheckoutAsync(Orders.Simple(email: "c1@example.net")));
        Assert.Single(ledger.Contacts);
        Assert.Equal("C00001", Assert.Single(ledger.SageOrders).GetProperty("CustomerNo").GetString());
    }

    [Fact]
    public async Task The_run_shows_how_far_it_has_come()
    {
        await loading.CustomersAsync(10);
        var id = await loading.StartAsync();
        var run = (await world.RunAsync(id, "done")).GetProperty("run");
        Assert.Equal(("load", "customers"), (run.GetProperty("flow").GetString(), run.GetProperty("key").GetString()));
        var progress = run.GetProperty("progress");
        Assert.Equal((10, 0), (progress.GetProperty("done").GetInt32(), progress.GetProperty("left").GetInt32()));
        Assert.True(progress.GetProperty("perSecond").GetDouble() > 0);
        var steps = (await world.App.GetFromJsonAsync<JsonElement>($"/api/runs/{id}")).GetProperty("steps").EnumerateArray();
        Assert.Equal(["count the records"], steps.Select(step => step.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task A_kind_that_there_is_not_is_refused()
    {
        var answer = await world.App.PostAsJsonAsync("/api/loads", new { kind = "vendors" });
        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Contains("customers", await answer.Content.ReadAsStringAsync());
    }
}
