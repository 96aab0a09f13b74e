using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Isthmus.Sandbox.Tests.Hosting;

public sealed class When_controls_are_called : IAsyncLifetime
{
    private SandboxServer sandbox = null!;

    public async Task InitializeAsync() => sandbox = await SandboxServer.StartAsync();

    public async Task DisposeAsync() => await sandbox.DisposeAsync();

    [Fact]
    public async Task The_ledger_has_a_section_for_each_vendor()
    {
        var ledger = await sandbox.GetAsync("/_sandbox/ledger");
        Assert.NotNull(ledger["stripe"]);
    }

    [Fact]
    public async Task The_clock_moves_forward_by_what_was_asked()
    {
        var before = (await sandbox.GetAsync("/_sandbox/clock"))["unix"]!.GetValue<long>();
        var after = (await sandbox.PostAsync("/_sandbox/clock", new { advanceSeconds = 3600 }))["unix"]!.GetValue<long>();
        Assert.InRange(after - before, 3600, 3610);
    }

    [Theory]
    [InlineData("/_sandbox/clock", "{\"advanceSeconds\":-1}", "forward only")]
    [InlineData("/_sandbox/clock", "{\"advance\":1}", "'advance' is not known")]
    [InlineData("/_sandbox/clock", "not json", "not JSON")]
    [InlineData("/_sandbox/faults", "{\"kind\":\"earthquake\"}", "'earthquake' is not known")]
    [InlineData("/_sandbox/faults", "{\"kind\":\"latency\",\"vendor\":\"paypal\"}", "'paypal' is not known")]
    [InlineData("/_sandbox/settings", "{\"paypal\":{}}", "'paypal' is not known")]
    public async Task A_wrong_control_call_is_refused_and_says_why(string path, string body, string reason)
    {
        using var response = await sandbox.Http.PostAsync(path, new StringContent(body));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var answer = await response.Content.ReadFromJsonAsync<JsonNode>();
        Assert.Contains(reason, answer!["error"]!.GetValue<string>());
    }
}
