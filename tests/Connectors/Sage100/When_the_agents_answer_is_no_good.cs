using Isthmus.Connectors.Checks;
using Isthmus.Connectors.Sage100;
using Isthmus.Connectors.Tests.Support;
using Isthmus.Core.Failures;
using Microsoft.Extensions.DependencyInjection;
using static Isthmus.Connectors.Tests.Support.Failing;

namespace Isthmus.Connectors.Tests.Sage100;

public sealed class When_the_agents_answer_is_no_good : IAsyncLifetime
{
    private const string Page = "<!DOCTYPE html><html><body>Sign in to the network</body></html>";

    private static readonly Dictionary<string, string> Key = new() { ["SalesOrderNo"] = "0004183" };

    private ScriptedServer server = null!;

    public async Task InitializeAsync() => server = await ScriptedServer.StartAsync();

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Theory]
    [InlineData(Page)]
    [InlineData("""{"results":[{"ref":"1","outcome":"wri""")]
    [InlineData("""["results"]""")]
    [InlineData("")]
    public async Task What_is_no_JSON_object_is_asked_for_again_and_leaves_doubt_about_a_write(string body)
    {
        server.Otherwise = _ => (200, body);
        var read = await FailureOf(() => Sage().ReadAsync("SO_SalesOrder", Key));
        var write = await FailureOf(() => Sage().CreateAsync("SO_SalesOrder", Key, "{}"u8.ToArray()));
        Assert.Equal((FailureClass.Transient, "malformed-answer", false), (read.Class, read.Code, read.EffectUnknown));
        Assert.Equal((FailureClass.Transient, "malformed-answer", true), (write.Class, write.Code, write.EffectUnknown));
        Assert.Contains("proxy or login page", read.Cure);
        Assert.DoesNotContain("Sign in", read.Message);
        Assert.Equal(4, server.Requests.Count);
    }

    [Theory]
    [InlineData(502, FailureClass.Transient, "http-502", "agent's log")]
    [InlineData(503, FailureClass.Transient, "maintenance", "goes on by itself")]
    [InlineData(404, FailureClass.Auth, "http-404", "BaseAddress")]
    [InlineData(401, FailureClass.Auth, "http-401", "./run secret set")]
    [InlineData(413, FailureClass.Bug, "http-413", "Report it")]
    public async Task A_page_of_what_stands_before_it_is_told_by_its_status(int status, FailureClass expected, string code, string cure)
    {
        server.Otherwise = _ => (status, Page);
        var failure = await FailureOf(() => Sage().ReadAsync("SO_SalesOrder", Key));
        Assert.Equal((expected, code, "sage-100"), (failure.Class, failure.Code, failure.Connection));
        Assert.Contains(cure, failure.Cure);
    }

    [Theory]
    [InlineData("Pacific/Nowhere")]
    [InlineData("Mars/Olympus")]
    public async Task Nothing_is_read_by_a_clock_that_nobody_knows(string zone)
    {
        server.Otherwise = _ => (200, $$"""{"agent":"1.1.0","protocol":1,"companies":["ABC"],"timeZone":"{{zone}}"}""");
        var app = Connected.To(server.Address);
        var failure = await FailureOf(() => app.GetRequiredService<SageAgentClient>()
            .QueryAsync("AR_Customer", updatedSince: DateTimeOffset.UnixEpoch).ToListAsync().AsTask());
        Assert.Equal((FailureClass.Permanent, "time-zone-unknown"), (failure.Class, failure.Code));
        Assert.Contains(zone, failure.Message);
        Assert.Contains("Sage:TimeZone", failure.Cure);
        Assert.DoesNotContain(server.Requests, request => request.Path.EndsWith("/query", StringComparison.Ordinal));
        var report = await app.GetServices<IConnectionCheck>().Single(check => check.Connection == "sage-100").CheckAsync();
        Assert.Contains(report.Steps, step => step.Outcome == CheckOutcome.Failed && step.Cure == failure.Cure);
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("AB")]
    [InlineData("A C")]
    public void A_company_code_that_can_be_none_does_not_start(string company)
    {
        using var app = Connected.To(server.Address, ("Company", company));
        var problem = Assert.Single(app.GetRequiredService<SageOptions>().Validate());
        Assert.Equal(("Company", company), (problem.Name, problem.Value));
        Assert.Contains("upper case", problem.Cure);
    }

    private SageAgentClient Sage() =>
        Connected.To(server.Address, ("Limits:Retries", "1"), ("Batches:Enabled", "false")).GetRequiredService<SageAgentClient>();
}
