using System.Text.Json.Nodes;

namespace Isthmus.Sandbox.Tests.Stripe;

public sealed class When_lists_are_read : StripeTest
{
    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        for (var i = 1; i <= 5; i++) await Stripe.PostAsync("/v1/customers", $"name=c{i}");
    }

    [Fact]
    public async Task The_newest_comes_first_and_the_cursor_goes_on_after_it()
    {
        var first = await Stripe.ReadAsync("/v1/customers?limit=2");
        Assert.Equal(["c5", "c4"], Names(first));
        Assert.True(first["has_more"]!.GetValue<bool>());
        var last = await Stripe.ReadAsync($"/v1/customers?limit=3&starting_after={Id(first, 1)}");
        Assert.Equal(["c3", "c2", "c1"], Names(last));
        Assert.False(last["has_more"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Ending_before_reads_back_towards_the_newest()
    {
        var all = await Stripe.ReadAsync("/v1/customers");
        var back = await Stripe.ReadAsync($"/v1/customers?limit=2&ending_before={Id(all, 4)}");
        Assert.Equal(["c3", "c2"], Names(back));
        Assert.True(back["has_more"]!.GetValue<bool>());
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=101", "limit")]
    [InlineData("limit=many", "limit")]
    [InlineData("starting_after=cus_none", "starting_after")]
    [InlineData("page=2", "page")]
    [InlineData("expand[]=data.address", "expand")]
    [InlineData("expand[]=test_clock", "expand")]
    public async Task A_wrong_list_parameter_is_refused(string query, string param)
    {
        var reply = await Stripe.GetAsync($"/v1/customers?{query}");
        Assert.Equal((400, param), (reply.Status, reply.Param));
    }

    [Fact]
    public async Task Created_bounds_narrow_the_list()
    {
        await AdvanceAsync(100);
        await Stripe.PostAsync("/v1/customers", "name=late");
        var newest = await Stripe.ReadAsync("/v1/customers?limit=1");
        var created = newest["data"]![0]!["created"]!.GetValue<long>();
        Assert.Equal(["late"], Names(await Stripe.ReadAsync($"/v1/customers?created[gte]={created - 50}")));
        Assert.Equal(["c5", "c4", "c3", "c2", "c1"], Names(await Stripe.ReadAsync($"/v1/customers?created[lt]={created - 50}")));
        Assert.Equal(["late"], Names(await Stripe.ReadAsync($"/v1/customers?created={created}")));
    }

    [Fact]
    public async Task The_filter_by_email_is_exact()
    {
        await Stripe.PostAsync("/v1/customers", "name=ana&email=Ana@example.net");
        Assert.Equal(["ana"], Names(await Stripe.ReadAsync("/v1/customers?email=Ana@example.net")));
        Assert.Empty(Names(await Stripe.ReadAsync("/v1/customers?email=ana@example.net")));
    }

    [Fact]
    public async Task A_deleted_customer_leaves_the_list_and_remains_as_a_stub()
    {
        var id = Id(await Stripe.ReadAsync("/v1/customers?limit=1"), 0);
        await Stripe.SendAsync(HttpMethod.Delete, $"/v1/customers/{id}");
        Assert.Equal(["c4", "c3", "c2", "c1"], Names(await Stripe.ReadAsync("/v1/customers")));
        Assert.True((await Stripe.ReadAsync($"/v1/customers/{id}"))["deleted"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Lists_expand_what_they_hold_down_to_four_levels()
    {
        await CheckoutAsync(new { customer = new { create = true, email = "x@example.net" } });
        var page = await Stripe.ReadAsync("/v1/refunds");
        Assert.Empty(page["data"]!.AsArray());
        var intents = await Stripe.ReadAsync("/v1/payment_intents?expand[]=data.latest_charge.customer");
        Assert.Equal("customer", intents["data"]![0]!["latest_charge"]!["customer"]!["object"]!.GetValue<string>());
        var deep = await Stripe.GetAsync("/v1/payment_intents?expand[]=data.latest_charge.payment_intent.latest_charge.customer");
        Assert.Equal(400, deep.Status);
    }

    private static IEnumerable<string> Names(JsonNode page) => page["data"]!.AsArray().Select(item => item!["name"]!.GetValue<string>());

    private static string Id(JsonNode page, int index) => page["data"]![index]!["id"]!.GetValue<string>();
}
