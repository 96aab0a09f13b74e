using System.Text.Json;
using Isthmus.Connectors.Stripe;
using Isthmus.Connectors.Tests.Support;
using Isthmus.Core.Failures;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Connectors.Tests.Stripe;

public sealed class Reading_an_order : IAsyncLifetime
{
    private ScriptedServer server = null!;

    public async Task InitializeAsync()
    {
        server = await ScriptedServer.StartAsync();
        server.Otherwise = Answer;
    }

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task Gathers_intent_charge_session_and_every_page_of_lines()
    {
        var order = await Stripe.ReadOrderAsync("pi_1");
        Assert.Equal(["payment_intent", "charge", "session", "line_items"],
            order.EnumerateObject().Select(member => member.Name));
        Assert.Equal("ch_1", order.GetProperty("charge").GetProperty("id").GetString());
        Assert.Equal("cs_1", order.GetProperty("session").GetProperty("id").GetString());
        Assert.Equal(
            Enumerable.Range(0, 250).Select(at => $"li_{at}"),
            order.GetProperty("line_items").EnumerateArray().Select(line => line.GetProperty("id").GetString()));
        Assert.Equal(5, server.Requests.Count);
    }

    [Fact]
    public async Task Without_checkout_has_no_session_and_no_lines()
    {
        var order = await Stripe.ReadOrderAsync("pi_direct");
        Assert.Equal(JsonValueKind.Null, order.GetProperty("session").ValueKind);
        Assert.Equal(0, order.GetProperty("line_items").GetArrayLength());
    }

    [Theory]
    [InlineData("""{"data":[{"payment_intent":"pi_1"}],"has_more":false}""")]
    [InlineData("""{"data":[{"id":["cs_1"],"payment_intent":"pi_1"}],"has_more":false}""")]
    public async Task A_session_without_an_id_is_no_answer(string sessions)
    {
        server.Otherwise = request => request.Path == "/stripe/v1/checkout/sessions" ? (200, sessions) : Answer(request);

        var refused = await Assert.ThrowsAsync<FailureException>(() => Stripe.ReadOrderAsync("pi_1"));

        Assert.Equal((FailureClass.Transient, "malformed-answer"), (refused.Failure.Class, refused.Failure.Code));
    }

    [Fact]
    public async Task Takes_no_session_of_another_payment_when_the_filter_is_ignored()
    {
        server.Then(200, """{"data":[{"id":"cs_other","payment_intent":"pi_other"}],"has_more":false}""");
        Assert.Null(await Stripe.FindCheckoutSessionAsync("pi_1"));
    }

    [Fact]
    public async Task Sends_the_key_and_the_pinned_version_and_asks_for_what_it_needs()
    {
        await Stripe.GetPaymentIntentAsync("pi_1");
        var request = Assert.Single(server.Requests);
        Assert.Equal(("Bearer sk_test_sandbox", "2026-07-29.dahlia"),
            (request.Header("Authorization"), request.Header("Stripe-Version")));
        Assert.Equal(
            [("expand[]", "latest_charge.balance_transaction"), ("expand[]", "customer")], ReceivedRequest.Pairs(request.Query));
    }

    [Fact]
    public async Task Writes_metadata_as_a_form_and_an_empty_value_removes()
    {
        await Stripe.WriteMetadataAsync("pi_1",
            new Dictionary<string, string> { ["zoho_salesorder_id"] = "46 & 1", ["old"] = "" }, "key-1");
        var request = Assert.Single(server.Requests);
        Assert.Equal("application/x-www-form-urlencoded", request.Header("Content-Type"));
        Assert.Equal([("metadata[zoho_salesorder_id]", "46 & 1"), ("metadata[old]", "")], ReceivedRequest.Pairs(request.Body));
    }

    private StripeClient Stripe => Connected.To(server.Address).GetRequiredService<StripeClient>();

    private static (int, string) Answer(ReceivedRequest request) => request.Path switch
    {
        "/stripe/v1/payment_intents/pi_1" => (200, """{"id":"pi_1","latest_charge":{"id":"ch_1"}}"""),
        "/stripe/v1/payment_intents/pi_direct" => (200, """{"id":"pi_direct","latest_charge":null}"""),
        "/stripe/v1/checkout/sessions" => (200, request.Query.Contains("pi_1", StringComparison.Ordinal)
            ? """{"data":[{"id":"cs_1","payment_intent":"pi_1"}],"has_more":false}""" : """{"data":[],"has_more":false}"""),
        "/stripe/v1/checkout/sessions/cs_1/line_items" => (200, Lines(request)),
        _ => (404, "{}"),
    };

    private static string Lines(ReceivedRequest request)
    {
        var after = ReceivedRequest.Pairs(request.Query).FirstOrDefault(pair => pair.Name == "starting_after").Value;
        var first = after is null ? 0 : int.Parse(after[3..]) + 1;
        var rows = Enumerable.Range(first, Math.Min(100, 250 - first)).Select(at => $$"""{"id":"li_{{at}}"}""");
        return $$"""{"data":[{{string.Join(',', rows)}}],"has_more":{{(first + 100 < 250 ? "true" : "false")}}}""";
    }
}
