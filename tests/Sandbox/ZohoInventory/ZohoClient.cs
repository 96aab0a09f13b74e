using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Isthmus.Sandbox.Tests.Hosting;

namespace Isthmus.Sandbox.Tests.ZohoInventory;

/// <summary>Calls the stand-in as an integration would: over HTTP, with a token, to one organisation.</summary>
public sealed class ZohoClient : IAsyncDisposable
{
    public const string Organization = "10234695";
    public const string Refresh = "/zoho-accounts/oauth/v2/token?grant_type=refresh_token&client_id=1000.SANDBOX"
        + "&client_secret=zoho-sandbox-secret&refresh_token=1000.sandbox.refresh";
    public const string Root = "/zoho-inventory/inventory/v1";
    public const string Controls = "/_sandbox/zoho-inventory";

    private ZohoClient(SandboxServer server) => Server = server;

    public SandboxServer Server { get; }

    public string Token { get; set; } = "";

    public static async Task<ZohoClient> StartAsync(params string[] args)
    {
        var client = new ZohoClient(await SandboxServer.StartAsync(args));
        await client.RenewAsync();
        return client;
    }

    public async Task RenewAsync(string address = Refresh)
    {
        using var response = await Server.Http.PostAsync(address, null);
        Token = (await response.Content.ReadFromJsonAsync<JsonNode>())!["access_token"]!.GetValue<string>();
    }

    public Task<Reply> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    public Task<Reply> PostAsync(string path, object? body = null) => SendAsync(HttpMethod.Post, path, body);

    public Task<Reply> PutAsync(string path, object body) => SendAsync(HttpMethod.Put, path, body);

    public Task<Reply> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path, null);

    public Task<JsonNode> ControlAsync(string path, object body) => Server.PostAsync(Controls + path, body);

    public Task SetAsync(object settings) => ControlAsync("/settings", settings);

    public async Task<Reply> SendAsync(HttpMethod method, string path, object? body, string organization = Organization)
    {
        var separator = path.Contains('?') ? '&' : '?';
        using var request = new HttpRequestMessage(method, $"{Root}{path}{separator}organization_id={organization}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Zoho-oauthtoken", Token);
        if (body is not null) request.Content = body as HttpContent ?? JsonContent.Create(body);
        using var response = await Server.Http.SendAsync(request);
        return new Reply((int)response.StatusCode, response.Headers, (await response.Content.ReadFromJsonAsync<JsonNode>())!);
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}

/// <summary>An answer: judged by its code, whatever its status.</summary>
public sealed record Reply(int Status, HttpResponseHeaders Headers, JsonNode Json)
{
    public int Code => Json["code"]!.GetValue<int>();

    public string Message => Json["message"]!.GetValue<string>();

    public JsonNode this[string name] => Json[name] ?? throw new KeyNotFoundException($"{name} in {Json.ToJsonString()}");

    public Reply Accepted()
    {
        Assert.True(Code == 0, Json.ToJsonString());
        return this;
    }

    public void Refused(int code, string part)
    {
        Assert.Equal(code, Code);
        Assert.Contains(part, Message);
    }
}
