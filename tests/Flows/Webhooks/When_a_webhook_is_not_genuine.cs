using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Isthmus.Core.Vault;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Webhooks;

public sealed class When_a_webhook_is_not_genuine : IAsyncLifetime
{
    private const string Secret = "whsec_of_this_test";
    private const string Event =
        """{"id":"evt_1","object":"event","type":"customer.created","created":1764500000,"livemode":false,"data":{"object":{"id":"cus_1","object":"customer"}}}""";

    private World world = null!;

    public async Task InitializeAsync()
    {
        world = await World.StartAsync();
        new FileVault(world.Home).Set("stripe-webhook", Secret);
    }

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Fact]
    public async Task A_genuine_one_is_stored_and_answered() => await Expect(HttpStatusCode.OK, "accepted", Encoding.UTF8.GetBytes(Event));

    [Fact]
    public async Task The_same_one_again_is_a_duplicate_once_it_is_dealt_with()
    {
        await Expect(HttpStatusCode.OK, "accepted", Encoding.UTF8.GetBytes(Event));

        await Patience.UntilAsync(async () =>
            await CodeAsync(await SendAsync(Encoding.UTF8.GetBytes(Event), Secret, Now)) == "duplicate" ? true : (bool?)null);
    }

    [Fact]
    public async Task A_wrong_secret_is_refused() =>
        await Expect(HttpStatusCode.BadRequest, "signature-mismatch", Encoding.UTF8.GetBytes(Event), secret: "whsec_other");

    [Fact]
    public async Task Either_of_two_secrets_will_do_while_one_replaces_the_other()
    {
        await using var rotating = await World.StartAsync(("Isthmus:Connections:stripe:WebhookSecrets:1", "stripe-webhook-old"));
        new FileVault(rotating.Home).Set("stripe-webhook", Secret);
        new FileVault(rotating.Home).Set("stripe-webhook-old", "whsec_old");
        var body = Encoding.UTF8.GetBytes(Event);

        Assert.Equal("accepted", await CodeAsync(await PostAsync(body, Sign(body, "whsec_old", NowOf(rotating)), rotating)));
        body = Encoding.UTF8.GetBytes(Event.Replace("evt_1", "evt_2"));
        Assert.Equal("accepted", await CodeAsync(await PostAsync(body, Sign(body, Secret, NowOf(rotating)), rotating)));
    }

    [Fact]
    public async Task A_test_event_at_a_live_endpoint_is_refused()
    {
        await using var live = await World.StartAsync(("Isthmus:Connections:stripe:LiveMode", "true"));
        new FileVault(live.Home).Set("stripe-webhook", Secret);
        var body = Encoding.UTF8.GetBytes(Event);

        Assert.Equal("livemode-mismatch", await CodeAsync(await PostAsync(body, Sign(body, Secret, NowOf(live)), live)));
    }

    [Fact]
    public async Task A_stale_signature_is_refused() =>
        await Expect(HttpStatusCode.BadRequest, "signature-stale", Encoding.UTF8.GetBytes(Event), at: Now - 301);

    [Fact]
    public async Task A_signature_from_the_future_is_refused() =>
        await Expect(HttpStatusCode.BadRequest, "signature-stale", Encoding.UTF8.GetBytes(Event), at: Now + 400);

    [Fact]
    public async Task One_changed_byte_is_refused()
    {
        var signature = Sign(Encoding.UTF8.GetBytes(Event), Secret, Now);
        var changed = Encoding.UTF8.GetBytes(Event.Replace("cus_1", "cus_2"));

        Assert.Equal("signature-mismatch", await CodeAsync(await PostAsync(changed, signature)));
    }

    [Fact]
    public async Task A_missing_signature_is_refused() =>
        Assert.Equal("signature-missing", await CodeAsync(await PostAsync(Encoding.UTF8.GetBytes(Event), null)));

    [Theory]
    [InlineData("rubbish")]
    [InlineData("t=abc,v1=00")]
    [InlineData("t=1764500000")]
    public async Task An_unreadable_signature_is_refused(string header) =>
        Assert.Equal("signature-malformed", await CodeAsync(await PostAsync(Encoding.UTF8.GetBytes(Event), header)));

    [Fact]
    public async Task Bytes_that_are_no_text_are_refused_although_signed() =>
        await Expect(HttpStatusCode.BadRequest, "malformed", [0xff, 0xfe, 0x00, 0x7b]);

    [Fact]
    public async Task Malformed_JSON_is_refused_although_signed() =>
        await Expect(HttpStatusCode.BadRequest, "malformed", Encoding.UTF8.GetBytes(Event[..^1]));

    [Fact]
    public async Task A_live_event_at_a_test_endpoint_is_refused() => await Expect(
        HttpStatusCode.BadRequest, "livemode-mismatch", Encoding.UTF8.GetBytes(Event.Replace("\"livemode\":false", "\"livemode\":true")));

    [Fact]
    public async Task A_body_of_two_megabytes_is_refused_unread() =>
        await Expect(HttpStatusCode.RequestEntityTooLarge, "too-large", new byte[2 * 1024 * 1024]);

    [Fact]
    public async Task An_unknown_type_is_stored_and_ignored_by_rule() => await Expect(
        HttpStatusCode.OK, "accepted", Encoding.UTF8.GetBytes(Event.Replace("customer.created", "thing.never_heard_of")));

    private long Now => NowOf(world);

    private static long NowOf(World at) => at.Clock.GetUtcNow().ToUnixTimeSeconds();

    private async Task Expect(HttpStatusCode status, string code, byte[] body, string secret = Secret, long? at = null)
    {
        var answer = await SendAsync(body, secret, at ?? Now);

        Assert.Equal((status, code), (answer.StatusCode, await CodeAsync(answer)));
    }

    private Task<HttpResponseMessage> SendAsync(byte[] body, string secret, long at) => PostAsync(body, Sign(body, secret, at));

    private async Task<HttpResponseMessage> PostAsync(byte[] body, string? signature, World? at = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/webhooks/stripe") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        if (signature is not null) request.Headers.TryAddWithoutValidation("Stripe-Signature", signature);
        return await (at ?? world).App.SendAsync(request);
    }

    private static async Task<string?> CodeAsync(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();

    private static string Sign(byte[] body, string secret, long at)
    {
        byte[] text = [.. Encoding.ASCII.GetBytes($"{at}."), .. body];
        return $"t={at},v1={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), text))}";
    }
}
