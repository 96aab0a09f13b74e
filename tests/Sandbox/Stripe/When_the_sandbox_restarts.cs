using Isthmus.Sandbox.Tests.Hosting;
using Isthmus.Tests.Support;

namespace Isthmus.Sandbox.Tests.Stripe;

public sealed class When_the_sandbox_restarts
{
    [Fact]
    public async Task Records_keys_the_clock_and_idempotent_answers_are_still_there()
    {
        using var folder = new TemporaryFolder();
        string customer;
        long before;
        await using (var first = await SandboxServer.StartAsync("--state", folder.Path))
        {
            await first.PostAsync("/_sandbox/clock", new { advanceSeconds = 5000 });
            customer = (await new StripeClient(first).PostAsync("/v1/customers", "name=Ana", ("Idempotency-Key", "k"))).Id;
            before = (await first.GetAsync("/_sandbox/clock"))["unix"]!.GetValue<long>();
        }
        await using var second = await SandboxServer.StartAsync("--state", folder.Path, "--seed", "99");
        var stripe = new StripeClient(second);
        Assert.Equal("Ana", (await stripe.ReadAsync($"/v1/customers/{customer}"))["name"]!.GetValue<string>());
        Assert.Equal(customer, (await stripe.PostAsync("/v1/customers", "name=Ana", ("Idempotency-Key", "k"))).Id);
        Assert.NotEqual(customer, (await stripe.PostAsync("/v1/customers", "name=Ana")).Id);
        Assert.InRange((await second.GetAsync("/_sandbox/clock"))["unix"]!.GetValue<long>(), before, before + 60);
    }

    [Fact]
    public async Task State_of_another_version_is_refused_with_a_cure()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "sandbox.json"), """{"format":999}""");
        var failure = await Assert.ThrowsAsync<InvalidDataException>(() => SandboxServer.StartAsync("--state", folder.Path));
        Assert.Contains("Delete it to start afresh", failure.Message);
    }

    [Fact]
    public async Task Reset_forgets_records_but_not_webhook_endpoints()
    {
        await using var sandbox = await SandboxServer.StartAsync();
        var stripe = new StripeClient(sandbox);
        await stripe.PostAsync("/v1/customers", "name=Ana");
        await stripe.PostAsync("/v1/webhook_endpoints", "url=http://127.0.0.1:9/x&enabled_events[]=charge.failed");
        await sandbox.PostAsync("/_sandbox/reset", new { });
        Assert.Empty((await stripe.ReadAsync("/v1/customers"))["data"]!.AsArray());
        Assert.Single((await stripe.ReadAsync("/v1/webhook_endpoints"))["data"]!.AsArray());
    }
}
