using Isthmus.Connectors.Tests.Support;
using Isthmus.Connectors.ZohoInventory;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Connectors.Tests.Http;

public sealed class When_many_call_at_once : IAsyncLifetime
{
    private ScriptedServer server = null!;

    public async Task InitializeAsync() => server = await ScriptedServer.StartAsync();

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task One_token_serves_all_of_them()
    {
        server.Otherwise = Answer;
        var zoho = Zoho();
        await Task.WhenAll(Enumerable.Range(0, 200).Select(at => zoho.GetContactAsync($"{at}")));
        Assert.Equal(1, server.Requests.Count(IsToken));
    }

    [Fact]
    public async Task One_new_token_serves_all_whose_old_one_was_refused()
    {
        var minted = 0;
        server.Otherwise = request =>
            IsToken(request) ? (200,
                $$"""{"access_token":"t{{Interlocked.Increment(ref minted)}}","api_domain":"{{server.Address}}"}""")
            : request.Header("Authorization") == "Zoho-oauthtoken t1"
                ? (401, """{"code":14,"message":"Invalid token"}""") : Answer(request);
        var zoho = Zoho();
        await Task.WhenAll(Enumerable.Range(0, 100).Select(at => zoho.GetContactAsync($"{at}")));
        Assert.Equal(2, minted);
    }

    [Fact]
    public async Task No_more_than_allowed_are_under_way()
    {
        var (now, most) = (0, 0);
        var everybodyIn = new TaskCompletionSource();
        server.Then(context => context.Response.WriteAsync($$"""{"access_token":"t","api_domain":"{{server.Address}}"}"""));
        for (var call = 0; call < 40; call++)
            server.Then(async context =>
            {
                most = Math.Max(most, Interlocked.Increment(ref now));
                if (now == 4) everybodyIn.TrySetResult();
                await everybodyIn.Task;
                Interlocked.Decrement(ref now);
                await context.Response.WriteAsync("""{"code":0,"contact":{}}""");
            });
        var zoho = Zoho(("Limits:Concurrency", "4"));
        await Task.WhenAll(Enumerable.Range(0, 40).Select(at => zoho.GetContactAsync($"{at}")));
        Assert.Equal(4, most);
    }

    private (int, string) Answer(ReceivedRequest request) => IsToken(request)
        ? (200, $$"""{"access_token":"t","api_domain":"{{server.Address}}"}""") : (200, """{"code":0,"contact":{}}""");

    private static bool IsToken(ReceivedRequest request) => request.Path == "/zoho-accounts/oauth/v2/token";

    private ZohoInventoryClient Zoho(params (string, string)[] settings) =>
        Connected.To(server.Address, settings).GetRequiredService<ZohoInventoryClient>();
}
