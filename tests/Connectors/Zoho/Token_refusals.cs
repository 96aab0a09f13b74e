using Isthmus.Connectors.Tests.Support;
using Isthmus.Connectors.ZohoInventory;
using Isthmus.Core.Failures;
using Microsoft.Extensions.DependencyInjection;
using static Isthmus.Connectors.Tests.Support.Failing;

namespace Isthmus.Connectors.Tests.Zoho;

public sealed class Token_refusals : IAsyncLifetime
{
    private ScriptedServer server = null!;

    public async Task InitializeAsync() => server = await ScriptedServer.StartAsync();

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Theory]
    [InlineData(200, """{"error":"invalid_code"}""", FailureClass.Auth, "invalid_code")]
    [InlineData(200, """{"error":"invalid_client"}""", FailureClass.Auth, "invalid_client")]
    [InlineData(200, """{"error":"invalid_client_secret"}""", FailureClass.Auth, "invalid_client_secret")]
    [InlineData(400, """{"error":"invalid_grant"}""", FailureClass.Auth, "invalid_grant")]
    [InlineData(400, """{"error":"Access Denied","error_description":"You have made too many requests continuously."}""",
        FailureClass.Throttled, "too-many-tokens")]
    [InlineData(200, """{"error":"Access Denied","error_description":"You have made too many requests continuously."}""",
        FailureClass.Throttled, "too-many-tokens")]
    [InlineData(200, """{"error":"general_error"}""", FailureClass.Transient, "general_error")]
    [InlineData(404, "<html></html>", FailureClass.Auth, "http-404")]
    [InlineData(200, """{"scope":"all"}""", FailureClass.Transient, "malformed-answer")]
    [InlineData(200, """{"access_token":"t\nx: y","api_domain":"https://www.zohoapis.com"}""", FailureClass.Transient, "malformed-answer")]
    [InlineData(200, """{"access_token":"t","api_domain":"http://attacker.example"}""", FailureClass.Transient,
        "malformed-answer")]
    public async Task Are_put_into_our_classes(int status, string body, FailureClass expected, string code)
    {
        server.Otherwise = _ => (status, body);
        var failure = await FailureOf(() => Zoho.GetContactAsync("46"));
        Assert.Equal((expected, code), (failure.Class, failure.Code));
    }

    [Fact]
    public async Task Are_not_provoked_by_an_eleventh_token_in_ten_minutes()
    {
        server.Otherwise = request => request.Path.Contains("token", StringComparison.Ordinal)
            ? (200, $$"""{"access_token":"t","api_domain":"{{server.Address}}"}""")
                : (401, """{"code":14,"message":"Invalid token"}""");
        var zoho = Zoho;
        Failure failure;
        do failure = await FailureOf(() => zoho.GetContactAsync("46"));
        while (failure.Class == FailureClass.Auth);
        Assert.Equal("too-many-tokens", failure.Code);
        Assert.Equal(10, server.Requests.Count(request => request.Path.Contains("token", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Carry_no_secret_in_the_address()
    {
        server.Otherwise = _ => (200, """{"error":"invalid_client"}""");
        await FailureOf(() => Zoho.GetContactAsync("46"));
        var request = Assert.Single(server.Requests);
        Assert.Equal("", request.Query);
        Assert.Contains(("refresh_token", "1000.sandbox.refresh"), ReceivedRequest.Pairs(request.Body));
    }

    private ZohoInventoryClient Zoho => Connected.To(server.Address).GetRequiredService<ZohoInventoryClient>();
}
