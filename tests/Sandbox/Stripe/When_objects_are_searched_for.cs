using System.Text.Json.Nodes;

namespace Isthmus.Sandbox.Tests.Stripe;

public sealed class When_objects_are_searched_for : StripeTest
{
    [Theory]
    [InlineData("email:'ana@example.net'", "Ana")]
    [InlineData("metadata['tier']:'gold' AND -name:'Ana'", "Eva")]
    [InlineData("name:'ana' OR name~\"bert\"", "Robert,Ana")]
    [InlineData("-metadata['tier']:null", "Eva,Ana")]
    [InlineData("created>0 AND email:\"nobody@example.net\"", "")]
    public async Task Clauses_narrow_or_widen_what_is_found(string query, string names)
    {
        await Stripe.PostAsync("/v1/customers", "name=Ana&email=ana@example.net&metadata[tier]=gold");
        await Stripe.PostAsync("/v1/customers", "name=Robert");
        await Stripe.PostAsync("/v1/customers", "name=Eva&metadata[tier]=gold");
        Assert.Equal(names, string.Join(',', await NamesAsync(query)));
    }

    [Theory]
    [InlineData("colour:'red'")]
    [InlineData("email:'a' AND name:'b' OR name:'c'")]
    [InlineData("email>'a'")]
    [InlineData("metadata:'a'")]
    [InlineData("email='a'")]
    public async Task A_query_that_Stripe_does_not_understand_is_refused(string query)
    {
        var reply = await Stripe.GetAsync($"/v1/customers/search?query={Uri.EscapeDataString(query)}");
        Assert.Equal((400, "query"), (reply.Status, reply.Param));
    }

    [Fact]
    public async Task Pages_go_on_where_the_last_one_ended()
    {
        for (var i = 0; i < 5; i++) await Stripe.PostAsync("/v1/customers", $"name=n{i}&email=many@example.net");
        var first = await Stripe.ReadAsync($"/v1/customers/search?limit=3&query={Uri.EscapeDataString("email:'many@example.net'")}");
        Assert.Equal("search_result", first["object"]!.GetValue<string>());
        var page = Uri.EscapeDataString(first["next_page"]!.GetValue<string>());
        var last = await Stripe.ReadAsync($"/v1/customers/search?limit=3&page={page}&query={Uri.EscapeDataString("email:'many@example.net'")}");
        Assert.Equal(["n1", "n0"], Names(last));
        Assert.False(last["has_more"]!.GetValue<bool>());
    }

    [Fact]
    public async Task What_was_just_written_is_found_only_after_the_lag()
    {
        await ConfigureAsync(new { searchLagSeconds = 60 });
        var made = await Stripe.PostAsync("/v1/customers", "name=Ana");
        Assert.Empty(await NamesAsync("name:'Ana'"));
        await AdvanceAsync(61);
        Assert.Single(await NamesAsync("name:'Ana'"));
        await Stripe.PostAsync($"/v1/customers/{made.Id}", "name=Eva");
        Assert.Empty(await NamesAsync("name:'Eva'"));
    }

    [Fact]
    public async Task Payments_are_found_by_their_metadata_and_their_card()
    {
        var checkout = await CheckoutAsync(new { paymentIntentMetadata = new { order = "7" } });
        var intents = await Stripe.ReadAsync(
            "/v1/payment_intents/search?query=" + Uri.EscapeDataString("metadata['order']:'7' AND status:'succeeded'"));
        Assert.Equal(checkout["paymentIntent"]!.GetValue<string>(), Text(Assert.Single(intents["data"]!.AsArray())!, "id"));
        var charges = await Stripe.ReadAsync("/v1/charges/search?query="
            + Uri.EscapeDataString("payment_method_details.card.last4:4242 AND amount>=2000 AND refunded:'false'"));
        Assert.Single(charges["data"]!.AsArray());
    }

    private async Task<IEnumerable<string>> NamesAsync(string query) =>
        Names(await Stripe.ReadAsync($"/v1/customers/search?query={Uri.EscapeDataString(query)}"));

    private static IEnumerable<string> Names(JsonNode page) => page["data"]!.AsArray().Select(found => Text(found!, "name"));
}
