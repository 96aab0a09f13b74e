using System.Text;
using Isthmus.Connectors.Intacct;
using Isthmus.Connectors.Tests.Support;
using Isthmus.Core.Failures;
using static Isthmus.Connectors.Tests.Support.Failing;

namespace Isthmus.Connectors.Tests.Intacct;

public sealed class Unsafe_answers : IAsyncLifetime
{
    private ScriptedServer server = null!;

    public async Task InitializeAsync() => server = await ScriptedServer.StartAsync();

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public Task A_billion_laughs_are_not_expanded() => RefusedAsync(
        "<?xml version=\"1.0\"?><!DOCTYPE lolz [<!ENTITY l \"lol\"><!ENTITY m \"&l;&l;&l;&l;&l;&l;&l;&l;&l;&l;\">"
        + "<!ENTITY n \"&m;&m;&m;&m;&m;&m;\">]><response>&n;</response>");

    [Fact]
    public Task An_external_entity_is_not_fetched() => RefusedAsync(
        $"<!DOCTYPE r [<!ENTITY x SYSTEM \"{server.Address}secret\">]><response>&x;</response>");

    [Fact]
    public Task A_depth_without_end_is_not_followed() => RefusedAsync(
        new StringBuilder().Insert(0, "<a>", 100_000).Append('x').Insert(300_001, "</a>", 100_000).ToString());

    [Fact]
    public async Task An_answer_longer_than_the_limit_is_not_kept()
    {
        server.Otherwise = _ => (200, new string('x', 20_000));
        var intacct = Intacct.Client(server.Address, ("Limits:Retries", "0"), ("Limits:LargestAnswer", "10000"));
        Assert.Equal("answer-too-large", (await FailureOf(() => intacct.ClockAsync())).Code);
    }

    [Fact]
    public async Task Names_with_endless_dots_do_no_harm()
    {
        var name = string.Join('.', Enumerable.Repeat("a", 20_000));
        server.Otherwise = request => (200, Intacct.Answer(request, request.Body.Contains("getAPISession", StringComparison.Ordinal)
            ? Intacct.Session(server.Address)
            : "<result><status>success</status><function>query</function><controlid>{id}</controlid>"
            + "<data numremaining=\"0\"><CUSTOMER><" + name + ">1</"
            + name + "></CUSTOMER></data></result>"));
        Assert.Single((await Intacct.Client(server.Address).QueryAsync(new IntacctQuery("CUSTOMER", ["A"]))).Rows);
    }

    [Theory]
    [InlineData("https://www.example.net/gw.phtml")]
    [InlineData("https://intacct.com.example.net/gw.phtml")]
    [InlineData("https://www.evilintacct.com/gw.phtml")]
    [InlineData("http://www.intacct.com/gw.phtml")]
    [InlineData("https://user@www.intacct.com/gw.phtml")]
    [InlineData("not an address")]
    public async Task A_session_elsewhere_gets_no_password(string endpoint)
    {
        server.Otherwise = request => (200, Intacct.Answer(request, Intacct.Session(server.Address)
            .Replace($"{server.Address}gw.phtml", endpoint, StringComparison.Ordinal)));
        var failure = await FailureOf(() => Intacct.Client(server.Address).ClockAsync());
        Assert.Equal((FailureClass.Auth, "endpoint-refused"), (failure.Class, failure.Code));
        Assert.Single(server.Requests);
    }

    private async Task RefusedAsync(string body)
    {
        server.Otherwise = _ => (200, body);
        var failure = await FailureOf(() => Intacct.Client(server.Address).ClockAsync());
        Assert.Equal((FailureClass.Permanent, "unsafe-answer"), (failure.Class, failure.Code));
        Assert.Single(server.Requests);
    }
}
