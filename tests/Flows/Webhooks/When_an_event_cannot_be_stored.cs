using System.Net;
using System.Security.Cryptography;
using System.Text;
using Isthmus.Core.Vault;
using Isthmus.Flows.Tests.Support;

namespace Isthmus.Flows.Tests.Webhooks;

/// <summary>SQLite's own limit on the size of its file stands for the end of the disk.</summary>
public sealed class When_an_event_cannot_be_stored : IAsyncLifetime
{
    private const string Secret = "whsec_of_this_test";
    private World world = null!;

    public async Task InitializeAsync()
    {
        world = await World.StartAsync();
        new FileVault(world.Home).Set("stripe-webhook", Secret);
    }

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Fact]
    public async Task It_is_not_acknowledged_and_the_sender_is_told_when_to_send_it_again()
    {
        await LimitAsync(1);
        var (refused, body) = await FillAsync();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(30), refused.Headers.RetryAfter!.Delta);
        Assert.Contains("not-stored", await refused.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await world.App.GetAsync("/admin/host/ping")).StatusCode);

        await LimitAsync(1_000_000);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(body)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await world.App.GetAsync("/admin/host/ping")).StatusCode);
    }

    [Fact]
    public async Task A_large_one_whose_file_cannot_be_written_leaves_no_half_of_it()
    {
        File.WriteAllText(Path.Combine(world.Home, "payloads"), "in the way of the folder");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await SendAsync(Event(1, 100_000))).StatusCode);

        File.Delete(Path.Combine(world.Home, "payloads"));
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(Event(1, 100_000))).StatusCode);
    }

    private async Task<(HttpResponseMessage Refused, byte[] Body)> FillAsync()
    {
        for (var n = 0; n < 2000; n++)
        {
            var body = Event(n, 20_000);
            if (await SendAsync(body) is { IsSuccessStatusCode: false } refused) return (refused, body);
        }
        throw new InvalidOperationException("The store never said that it is full.");
    }

    private Task<object?> LimitAsync(int pages) => world.Parts.Store.WriteAsync(session => session.Scalar($"PRAGMA max_page_count={pages}"));

    private Task<HttpResponseMessage> SendAsync(byte[] body)
    {
        var now = world.Clock.GetUtcNow().ToUnixTimeSeconds();
        byte[] timed = [.. Encoding.UTF8.GetBytes($"{now}."), .. body];
        var signed = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), timed);
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/webhooks/stripe") { Content = new ByteArrayContent(body) };
        request.Headers.Add("Stripe-Signature", $"t={now},v1={Convert.ToHexStringLower(signed)}");
        return world.App.SendAsync(request);
    }

    private static byte[] Event(int number, int length) => Encoding.UTF8.GetBytes(
        """{"id":"evt_NUMBER","object":"event","type":"customer.created","created":1764500000,"livemode":false,"data":{"object":{"id":"TEXT"}}}"""
            .Replace("NUMBER", $"{number}").Replace("TEXT", new string('x', length)));
}
