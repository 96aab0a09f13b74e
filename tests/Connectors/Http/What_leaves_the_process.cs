using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Isthmus.Connectors.Http;
using Isthmus.Connectors.Stripe;
using Isthmus.Connectors.Tests.Support;
using Isthmus.Connectors.ZohoInventory;
using Isthmus.Core.Failures;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Connectors.Tests.Http;

/// <summary>
/// Spans, counters and exceptions go to logs and dashboards, so they may hold no secret and nothing about a person.
/// </summary>
public sealed class What_leaves_the_process : IAsyncLifetime
{
    private static readonly string[] Forbidden = ["ana@example.net", "Ana", "sk_test_sandbox", "1000.sandbox.refresh",
        "zoho-sandbox-secret", "secrettoken"];
    private ScriptedServer server = null!;

    public async Task InitializeAsync() => server = await ScriptedServer.StartAsync();

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task Holds_no_secret_and_no_personal_value()
    {
        var told = new ConcurrentQueue<string>();
        using var spans = Listen(told);
        using var counters = Count(told);
        server.Then(200, $$"""{"access_token":"secrettoken","api_domain":"{{server.Address}}"}""")
            .Then(400, """{"code":3062,"message":"The customer \"Ana Prado\" (ana@example.net) already exists."}""")
            .Then(400, """{"code":9,"message":"Bad e-mail ana@example.net for \"Ana Prado\""}""")
            .Then(401, """{"error":{"type":"invalid_request_error","message":"Invalid API Key provided: sk_test_sandbox"}}""");
        using var app = Connected.To(server.Address, ("Limits:Retries", "0"));
        var zoho = app.GetRequiredService<ZohoInventoryClient>();
        await TellAsync(told, () => zoho.CreateContactAsync("""{"contact_name":"Ana Prado"}"""u8.ToArray()));
        await TellAsync(told, () => zoho.FindContactsByEmailAsync("ana@example.net"));
        await TellAsync(told, () => app.GetRequiredService<StripeClient>().GetChargeAsync("ch_1"));
        Assert.Equal(3, told.Count(each => each.Contains(nameof(FailureException), StringComparison.Ordinal)));
        Assert.Contains("span zoho-inventory find contact by e-mail", told, StringComparer.Ordinal);
        Assert.Contains("counted zoho-inventory create contact duplicate-name", told, StringComparer.Ordinal);
        Assert.All(told, each => Assert.All(Forbidden, word => Assert.DoesNotContain(word, each, StringComparison.Ordinal)));
    }

    private static async Task TellAsync(ConcurrentQueue<string> told, Func<Task> call)
    {
        var error = await Assert.ThrowsAsync<FailureException>(call);
        told.Enqueue(error.ToString());
    }

    private static ActivityListener Listen(ConcurrentQueue<string> told)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is ConnectorTelemetry.Name or "System.Net.Http",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span =>
            {
                told.Enqueue($"span {span.DisplayName}");
                foreach (var tag in span.TagObjects) told.Enqueue($"tag {tag.Key} {tag.Value}");
            },
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private static MeterListener Count(ConcurrentQueue<string> told)
    {
        var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter.Name == ConnectorTelemetry.Name) self.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) =>
        {
            var values = string.Join(' ', tags.ToArray().Select(tag => tag.Value));
            told.Enqueue($"counted {values}");
        });
        listener.Start();
        return listener;
    }
}
