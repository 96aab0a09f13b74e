using System.Net;

namespace Isthmus.Sandbox.Tests.ZohoInventory;

public sealed class When_limits_are_on : ZohoTest
{
    [Fact]
    public async Task The_call_past_the_minute_is_code_44_with_a_time_to_wait()
    {
        await Zoho.SetAsync(new { perMinute = 3 });
        for (var i = 0; i < 3; i++) (await Zoho.GetAsync("/items")).Accepted();
        var refused = await Zoho.GetAsync("/items");
        Assert.Equal(429, refused.Status);
        refused.Refused(44, "requests per minute");
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        await Zoho.Server.PostAsync("/_sandbox/clock", new { advanceSeconds = 60 });
        (await Zoho.GetAsync("/items")).Accepted();
    }

    [Fact]
    public async Task The_call_past_the_day_is_code_45_and_the_headers_count_down()
    {
        await Zoho.SetAsync(new { perDay = 2 });
        Assert.Equal("1", (await Zoho.GetAsync("/items")).Headers.GetValues("x-rate-limit-remaining").Single());
        Assert.Equal("0", (await Zoho.GetAsync("/items")).Headers.GetValues("x-rate-limit-remaining").Single());
        var refused = await Zoho.GetAsync("/items");
        refused.Refused(45, "maximum call rate limit of 2");
        Assert.True(refused.Headers.RetryAfter!.Delta > TimeSpan.FromHours(1));
    }

    [Fact]
    public async Task The_call_past_those_in_flight_is_code_1070()
    {
        await Zoho.SetAsync(new { concurrency = 1 });
        var slow = new HeldBody("{\"contact_name\":\"Ada\"}");
        var first = Zoho.PostAsync("/contacts", slow);
        await slow.Started;
        var second = await WhenInFlightAsync();
        Assert.Equal(429, second.Status);
        slow.Release();
        (await first).Accepted();
        (await Zoho.GetAsync("/items")).Accepted();
    }

    [Fact]
    public async Task They_can_be_set_with_the_settings_of_all_vendors()
    {
        await Zoho.Server.PostAsync("/_sandbox/settings", new Dictionary<string,
            object> { ["zoho-inventory"] = new { perMinute = 1 } });
        (await Zoho.GetAsync("/items")).Accepted();
        Assert.Equal(44, (await Zoho.GetAsync("/items")).Code);
    }

    // The first call's headers may be on their way still; the second is asked until it meets it.
    private async Task<Reply> WhenInFlightAsync()
    {
        while (true)
        {
            var reply = await Zoho.GetAsync("/items");
            if (reply.Code == 1070) return reply;
        }
    }

    private sealed class HeldBody : HttpContent
    {
        private readonly TaskCompletionSource started = new();
        private readonly TaskCompletionSource released = new();
        private readonly byte[] body;

        public HeldBody(string body)
        {
            this.body = System.Text.Encoding.UTF8.GetBytes(body);
            Headers.ContentType = new("application/json");
        }

        public Task Started => started.Task;

        public void Release() => released.SetResult();

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(body.AsMemory(0, 1));
            await stream.FlushAsync();
            started.SetResult();
            await released.Task;
            await stream.WriteAsync(body.AsMemory(1));
        }

        protected override bool TryComputeLength(out long length)
        {
            length = body.Length;
            return true;
        }
    }
}
