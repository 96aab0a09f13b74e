using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Isthmus.Core.Inbox;
using Isthmus.Core.Vault;
using Isthmus.Flows.Tests.Operators;
using Isthmus.Flows.Tests.Support;
using Isthmus.Fuzz;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Flows.Tests.Fuzz;

/// <summary>Signed events that hold something else where an id belongs: they are taken and ignored, and poison nothing.</summary>
public sealed class When_events_name_no_record : IAsyncLifetime
{
    private World world = null!;

    public async Task InitializeAsync()
    {
        world = await World.StartAsync();
        new FileVault(world.Home).Set("stripe-webhook", AppSettings.StripeSecret);
    }

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Theory]
    [InlineData("charge.succeeded", """{"id":"ch_1","payment_intent":["pi_1"]}""")]
    [InlineData("charge.succeeded", """{"id":"ch_1","payment_intent":"a/b\\c#d?e"}""")]
    [InlineData("payment_intent.succeeded", """{"id":1e400}""")]
    [InlineData("refund.created", """{"id":"a b"}""")]
    public async Task They_are_ignored(string type, string thing)
    {
        var body = Encoding.UTF8.GetBytes(
            $$$"""{"id":"evt_odd","object":"event","type":"{{{type}}}","created":1790000000,"livemode":false,"data":{"object":{{{thing}}}}}""");

        Assert.Equal("accepted", await SendAsync(body));

        Assert.Equal(InboxState.Ignored, await Patience.UntilAsync<InboxState>(RoutedAsync));
        Assert.Equal("duplicate", await SendAsync(body));
        Assert.Empty((await world.GetAsync("/api/dead-letters")).GetProperty("items").EnumerateArray());
    }

    [Theory]
    [InlineData("runs")]
    [InlineData("dead-letters")]
    [InlineData("audit")]
    public async Task A_page_that_follows_no_page_is_refused(string list)
    {
        foreach (var token in new[] { "not base64", "WyJhIixudWxsXQ==" })
        {
            var answer = await world.App.GetAsync($"/api/{list}?continuation={Uri.EscapeDataString(token)}");

            Assert.Equal(System.Net.HttpStatusCode.BadRequest, answer.StatusCode);
        }
    }

    private async Task<InboxState?> RoutedAsync() =>
        await world.Services.GetRequiredService<EventInbox>().FindAsync("stripe", "evt_odd") is { State: not InboxState.Received } entry
            ? entry.State : null;

    private async Task<string?> SendAsync(byte[] body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/webhooks/stripe") { Content = new ByteArrayContent(body) };
        request.Headers.TryAddWithoutValidation(
            "Stripe-Signature", StripeSignatureTarget.Sign(body, world.Clock.GetUtcNow().ToUnixTimeSeconds(), AppSettings.StripeSecret));
        return (await (await world.App.SendAsync(request)).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();
    }
}
