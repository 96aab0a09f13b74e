using Isthmus.Connectors.Stripe;
using Isthmus.Connectors.Tests.Support;
using Isthmus.Connectors.ZohoInventory;
using Isthmus.Core.Failures;
using Microsoft.Extensions.DependencyInjection;
using static Isthmus.Connectors.Tests.Support.Failing;

namespace Isthmus.Connectors.Tests.Http;

public sealed class When_a_call_goes_wrong : IAsyncLifetime
{
    private static readonly Dictionary<string, string> Metadata = new() { ["zoho_invoice_id"] = "46" };
    private ScriptedServer server = null!;

    public async Task InitializeAsync() => server = await ScriptedServer.StartAsync();

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task A_read_is_tried_again_after_a_server_error()
    {
        server.Then(500, "{}").ThenBreak().Then(200, """{"id":"ch_1"}""");
        var charge = await Stripe().GetChargeAsync("ch_1");
        Assert.Equal("ch_1", charge.GetProperty("id").GetString());
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task A_keyed_write_is_tried_again_under_the_same_key()
    {
        server.ThenBreak().Then(500, "{}").Then(200, """{"id":"pi_1"}""");
        await Stripe().WriteMetadataAsync("pi_1", Metadata, "metadata:pi_1");
        Assert.Equal(["metadata:pi_1", "metadata:pi_1", "metadata:pi_1"],
            server.Requests.Select(each => each.Header("Idempotency-Key")));
    }

    [Fact]
    public async Task A_create_whose_answer_is_lost_is_not_repeated_and_says_so()
    {
        Token().ThenBreak();
        var failure = await FailureOf(() => Zoho().CreateContactAsync("{}"u8.ToArray()));
        Assert.Equal((FailureClass.Transient, true), (failure.Class, failure.EffectUnknown));
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task A_create_that_breaks_the_server_is_not_repeated_and_says_so()
    {
        Token().Then(500, """{"code":1000,"message":"Internal error"}""");
        var failure = await FailureOf(() => Zoho().CreateItemAsync("{}"u8.ToArray()));
        Assert.Equal((FailureClass.Transient, "1000", true), (failure.Class, failure.Code, failure.EffectUnknown));
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task A_create_that_was_throttled_is_repeated_because_nothing_happened()
    {
        Token().Then(429, """{"code":1070,"message":"Too many"}""", ("Retry-After", "0")).Then(201,
            """{"code":0,"item":{"item_id":"7"}}""");
        var item = await Zoho().CreateItemAsync("{}"u8.ToArray());
        Assert.Equal("7", item.GetProperty("item_id").GetString());
    }

    [Fact]
    public async Task A_server_that_is_not_there_leaves_no_doubt()
    {
        var gone = server.Address;
        await server.DisposeAsync();
        var stripe = Connected.To(gone, ("Limits:Retries", "0")).GetRequiredService<StripeClient>();
        var failure = await FailureOf(() => stripe.WriteMetadataAsync("pi_1", Metadata, "key"));
        Assert.Equal((FailureClass.Transient, "unreachable", false), (failure.Class, failure.Code, failure.EffectUnknown));
    }

    [Fact]
    public async Task Doubt_from_an_earlier_try_survives_a_later_refusal()
    {
        server.ThenBreak().Then(429, "{}").Then(429, "{}").Then(429, "{}");
        var failure = await FailureOf(() => Stripe().WriteMetadataAsync("pi_1", Metadata, "key"));
        Assert.Equal((FailureClass.Throttled, true), (failure.Class, failure.EffectUnknown));
    }

    [Fact]
    public async Task Too_many_failures_in_a_row_are_an_outage()
    {
        server.Otherwise = _ => (500, "{}");
        var stripe = Stripe(("Limits:BreakerCalls", "4"), ("Limits:Retries", "0"));
        for (var call = 0; call < 3; call++) Assert.False((await FailureOf(() => stripe.GetChargeAsync("ch_1"))).Outage);
        Assert.True((await FailureOf(() => stripe.GetChargeAsync("ch_1"))).Outage);
    }

    [Fact]
    public async Task Failures_between_good_answers_are_no_outage()
    {
        var call = 0;
        server.Otherwise = _ => call++ % 4 == 0 ? (500, "{}") : (200, """{"id":"ch_1"}""");
        var stripe = Stripe(("Limits:BreakerCalls", "4"), ("Limits:Retries", "0"));
        for (var round = 0; round < 6; round++)
        {
            Assert.False((await FailureOf(() => stripe.GetChargeAsync("ch_1"))).Outage);
            for (var good = 0; good < 3; good++) await stripe.GetChargeAsync("ch_1");
        }
    }

    [Fact]
    public async Task A_page_instead_of_a_refusal_says_that_nobody_is_served()
    {
        server.Otherwise = _ => (503, "<html>Down for maintenance</html>");
        var failure = await FailureOf(() => Stripe().GetChargeAsync("ch_1"));
        Assert.Equal((FailureClass.Transient, "maintenance", true), (failure.Class, failure.Code, failure.Outage));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task An_answer_that_never_comes_is_a_timeout()
    {
        var forever = new TaskCompletionSource();
        server.Then(_ => forever.Task);
        var failure = await FailureOf(() =>
            Stripe(("Limits:TryTimeout", "00:00:00.2"), ("Limits:Retries", "0")).GetChargeAsync("ch_1"));
        forever.SetResult();
        Assert.Equal((FailureClass.Transient, "timeout", false), (failure.Class, failure.Code, failure.EffectUnknown));
    }

    [Fact]
    public async Task An_answer_that_is_too_long_is_not_read()
    {
        server.Then(200, $$"""{"id":"{{new string('x', 5000)}}"}""");
        var failure = await FailureOf(() => Stripe(("Limits:LargestAnswer", "2000")).GetChargeAsync("ch_1"));
        Assert.Equal("answer-too-large", failure.Code);
    }

    [Fact]
    public async Task A_record_that_is_too_long_is_not_sent()
    {
        Token();
        var failure = await FailureOf(() => Zoho(("Limits:LargestRequest", "2000")).CreateItemAsync(new byte[2001]));
        Assert.Equal((FailureClass.Validation, "request-too-large"), (failure.Class, failure.Code));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_web_page_instead_of_an_answer_is_named_as_such()
    {
        server.Otherwise = _ => (200, "<html>sign in</html>");
        var failure = await FailureOf(() => Stripe().GetChargeAsync("ch_1"));
        Assert.Equal((FailureClass.Transient, "malformed-answer"), (failure.Class, failure.Code));
    }

    [Fact]
    public async Task A_missing_secret_is_a_matter_of_credentials()
    {
        var stripe = Connected.To(server.Address, null, new ListedVault()).GetRequiredService<StripeClient>();
        var failure = await FailureOf(() => stripe.GetChargeAsync("ch_1"));
        Assert.Equal((FailureClass.Auth, "secret-missing"), (failure.Class, failure.Code));
        Assert.Empty(server.Requests);
    }

    private StripeClient Stripe(params (string, string)[] settings) =>
        Connected.To(server.Address, settings).GetRequiredService<StripeClient>();

    private ZohoInventoryClient Zoho(params (string, string)[] settings) =>
        Connected.To(server.Address, settings).GetRequiredService<ZohoInventoryClient>();

    private ScriptedServer Token() =>
        server.Then(200, $$"""{"access_token":"t1","api_domain":"{{server.Address}}","expires_in":3600}""");
}
