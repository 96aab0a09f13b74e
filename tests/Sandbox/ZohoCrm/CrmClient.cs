using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Isthmus.Sandbox.Tests.Hosting;

namespace Isthmus.Sandbox.Tests.ZohoCrm;

/// <summary>Calls the CRM as an integration would: over HTTP, with a token.</summary>
public sealed class CrmClient : IAsyncDisposable
{
    public const string Controls = "/_sandbox/zoho-crm";
    private const string Refresh = "/oauth/v2/token?grant_type=refresh_token&client_id=1000.CRMSANDBOX"
        + "&client_secret=crm-sandbox-secret&refresh_token=1000.crm.sandbox.refresh";

    private CrmClient(SandboxServer server) => Server = server;

    public SandboxServer Server { get; }

    public string Token { get; set; } = "";

    public string Root { get; set; } = "/zoho-crm/crm/v8";

    /// <summary>Of the accounts server.</summary>
    public int LastStatus { get; private set; }

    /// <summary>Headers of the next call only.</summary>
    public Dictionary<string, string> Headers { get; } = [];

    public static async Task<CrmClient> StartAsync(params string[] args)
    {
        var client = new CrmClient(await SandboxServer.StartAsync(args));
        client.Token = (string)(await client.RenewAsync())["access_token"]!;
        return client;
    }

    public async Task<JsonNode> RenewAsync(string accounts = "/zoho-accounts")
    {
        using var response = await Server.Http.PostAsync(accounts + Refresh, null);
        LastStatus = (int)response.StatusCode;
        return (await response.Content.ReadFromJsonAsync<JsonNode>())!;
    }

    public Task<CrmReply> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    public Task<CrmReply> PostAsync(string path, object body) => SendAsync(HttpMethod.Post, path, body);

    public Task<CrmReply> PutAsync(string path, object body) => SendAsync(HttpMethod.Put, path, body);

    public Task<CrmReply> PatchAsync(string path, object body) => SendAsync(HttpMethod.Patch, path, body);

    public Task<CrmReply> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, path, null);

    public Task<CrmReply> UpsertAsync(string module, params object[] records) =>
        PostAsync($"/{module}/upsert", new { data = records, duplicate_check_fields = new[] { "Isthmus_Key" },
            trigger = Array.Empty<string>() });

    public Task<CrmReply> AskAsync(string query) => PostAsync("/coql", new { select_query = query });

    /// <summary>API names keep their capitals.</summary>
    public Task<JsonNode> ControlAsync(string path, object body) =>
        Server.PostAsync(Controls + path, JsonSerializer.SerializeToNode(body, JsonSerializerOptions.Default)!);

    public Task SetAsync(object settings) => ControlAsync("/settings", settings);

    /// <summary>Creates one record and gives its id.</summary>
    public async Task<string> AddAsync(string module, object record)
    {
        var reply = await PostAsync($"/{module}", new { data = new[] { record } });
        Assert.True(reply.Status == 201, reply.Json?.ToJsonString());
        return (string)reply.Row(0)["details"]!["id"]!;
    }

    public async Task<JsonNode> RecordAsync(string module, string id) => (await GetAsync($"/{module}/{id}"))["data"][0]!;

    public async Task<CrmReply> SendAsync(HttpMethod method, string path, object? body)
    {
        using var request = new HttpRequestMessage(method, Root + path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Zoho-oauthtoken", Token);
        foreach (var (name, value) in Headers) request.Headers.TryAddWithoutValidation(name, value);
        Headers.Clear();
        if (body is not null) request.Content = body as HttpContent
            ?? JsonContent.Create(body, options: JsonSerializerOptions.Default);
        using var response = await Server.Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return new CrmReply((int)response.StatusCode, response.Headers, text.Length == 0 ? null : JsonNode.Parse(text));
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}

/// <summary>An answer; null JSON when it had no body.</summary>
public sealed record CrmReply(int Status, HttpResponseHeaders Headers, JsonNode? Json)
{
    public JsonNode this[string name] =>
        Json?[name] ?? throw new KeyNotFoundException($"{name} in {Status} {Json?.ToJsonString()}");

    public JsonNode Row(int index) => this["data"][index]!;

    /// <summary>Checks the one item's, or the whole answer's, code.</summary>
    public JsonNode Refused(string code, int status = 400)
    {
        var error = Json?["data"]?[0] ?? Json;
        Assert.True(code == (string?)error?["code"] && status == Status, $"{Status} {Json?.ToJsonString()}");
        return error!["details"]!;
    }
}
