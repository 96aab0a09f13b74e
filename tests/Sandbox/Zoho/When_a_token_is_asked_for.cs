using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Isthmus.Sandbox.Tests.Hosting;
using Isthmus.Sandbox.Tests.ZohoInventory;

namespace Isthmus.Sandbox.Tests.Zoho;

public sealed class When_a_token_is_asked_for : IAsyncLifetime
{
    private SandboxServer sandbox = null!;

    public async Task InitializeAsync() => sandbox = await SandboxServer.StartAsync();

    public async Task DisposeAsync() => await sandbox.DisposeAsync();

    [Fact]
    public async Task It_comes_with_the_api_domain_and_lives_an_hour()
    {
        var (status, answer) = await AskAsync(ZohoClient.Refresh);
        Assert.Equal(200, status);
        Assert.Equal(3600, answer["expires_in"]!.GetValue<int>());
        Assert.Equal($"http://127.0.0.1:{sandbox.Http.BaseAddress!.Port}/zoho-inventory",
            answer["api_domain"]!.GetValue<string>());
        Assert.Equal("Bearer", answer["token_type"]!.GetValue<string>());
        Assert.Null(answer["refresh_token"]);
    }

    [Fact]
    public async Task A_form_is_taken_as_well_as_a_query()
    {
        var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "refresh_token",
            ["client_id"] = "1000.SANDBOX",
            ["client_secret"] = "zoho-sandbox-secret",
            ["refresh_token"] = "1000.sandbox.refresh",
        });
        using var response = await sandbox.Http.PostAsync("/zoho-accounts/oauth/v2/token", form);
        Assert.NotNull((await response.Content.ReadFromJsonAsync<JsonNode>())!["access_token"]);
    }

    [Theory]
    [InlineData("1000.SANDBOX", "1000.OTHER", "invalid_client")]
    [InlineData("zoho-sandbox-secret", "wrong", "invalid_client_secret")]
    [InlineData("1000.sandbox.refresh", "1000.dead", "invalid_code")]
    [InlineData("grant_type=refresh_token", "grant_type=password", "unsupported_grant_type")]
    public async Task Errors_come_with_status_200(string given, string wrong, string error)
    {
        var (status, answer) = await AskAsync(ZohoClient.Refresh.Replace(given, wrong));
        Assert.Equal(200, status);
        Assert.Equal(error, answer["error"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_eleventh_token_in_ten_minutes_is_denied()
    {
        for (var i = 0; i < 10; i++) Assert.NotNull((await AskAsync(ZohoClient.Refresh)).Answer["access_token"]);
        var (status, answer) = await AskAsync(ZohoClient.Refresh);
        Assert.Equal(400, status);
        Assert.Equal("Access Denied", answer["error"]!.GetValue<string>());
        await sandbox.PostAsync("/_sandbox/clock", new { advanceSeconds = 600 });
        Assert.NotNull((await AskAsync(ZohoClient.Refresh)).Answer["access_token"]);
    }

    [Fact]
    public async Task A_revoked_refresh_token_mints_nothing()
    {
        await sandbox.Http.PostAsync("/zoho-accounts/oauth/v2/token/revoke?token=1000.sandbox.refresh", null);
        Assert.Equal("invalid_code", (await AskAsync(ZohoClient.Refresh)).Answer["error"]!.GetValue<string>());
    }

    private async Task<(int Status, JsonNode Answer)> AskAsync(string address)
    {
        using var response = await sandbox.Http.PostAsync(address, null);
        return ((int)response.StatusCode, (await response.Content.ReadFromJsonAsync<JsonNode>())!);
    }
}
