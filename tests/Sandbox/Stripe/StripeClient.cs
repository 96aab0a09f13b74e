using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Isthmus.Sandbox.Tests.Hosting;

namespace Isthmus.Sandbox.Tests.Stripe;

/// <summary>The few calls the tests make, as raw as a form and its answer.</summary>
public sealed class StripeClient(SandboxServer sandbox, string key = "sk_test_sandbox")
{
    public async Task<StripeReply> SendAsync(HttpMethod method, string path, string? form = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(key + ":")));
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        if (form is not null) request.Content = new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded");
        using var response = await sandbox.Http.SendAsync(request);
        var body = await response.Content.ReadAsStringAsync();
        return new StripeReply((int)response.StatusCode, JsonNode.Parse(body)!, response.Headers.ToDictionary(h => h.Key, h => h.Value.First()));
    }

    public Task<StripeReply> GetAsync(string path, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Get, path, null, headers);

    public Task<StripeReply> PostAsync(string path, string form = "", params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, path, form, headers);

    /// <summary>A GET that must succeed.</summary>
    public async Task<JsonNode> ReadAsync(string path)
    {
        var reply = await GetAsync(path);
        Assert.True(reply.Status == 200, reply.Body.ToJsonString());
        return reply.Body;
    }
}

public sealed record StripeReply(int Status, JsonNode Body, IReadOnlyDictionary<string, string> Headers)
{
    public string? Code => Body["error"]?["code"]?.GetValue<string>();
    public string? Type => Body["error"]?["type"]?.GetValue<string>();
    public string? Param => Body["error"]?["param"]?.GetValue<string>();
    public string Id => Body["id"]!.GetValue<string>();
}
