using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Isthmus.Sandbox.Tests.Hosting;

namespace Isthmus.Sandbox.Tests.Sage300;

/// <summary>The sandbox's Sage 300, called as its user.</summary>
public abstract class WebApi : IAsyncLifetime
{
    protected const string Company = "/sage-300/Sage300WebApi/v1.0/-/SAMLTD/";

    protected SandboxServer Sandbox { get; private set; } = null!;

    public virtual async Task InitializeAsync() => Sandbox = await SandboxServer.StartAsync();

    public async Task DisposeAsync() => await Sandbox.DisposeAsync();

    /// <summary>A call; answers the status and the body.</summary>
    protected async Task<(int Status, JsonNode? Body)> TryAsync(
        string method, string path, object? body = null, string user = "ZAPI:SAGE300-SANDBOX", string? type = "application/json")
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path.StartsWith('/') ? path : Company + path);
        if (user.Length > 0) request.Headers.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(user)));
        request.Content = new ByteArrayContent(body is null ? [] : Encoding.UTF8.GetBytes(body as string ?? JsonSerializer.Serialize(body)));
        if (type is not null) request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        using var response = await Sandbox.Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return ((int)response.StatusCode, text.StartsWith('{') ? JsonNode.Parse(text) : text.Length == 0 ? null : JsonValue.Create(text));
    }

    protected async Task<JsonNode> GetAsync(string path)
    {
        var (status, body) = await TryAsync("GET", path);
        Assert.True(status == 200, $"{status} {body}");
        return body!;
    }

    protected async Task<JsonNode> PostAsync(string path, object body)
    {
        var (status, answer) = await TryAsync("POST", path, body);
        Assert.True(status == 201, $"{status} {answer}");
        return answer!;
    }

    protected async Task ChangeAsync(string method, string path, object? body)
    {
        var (status, answer) = await TryAsync(method, path, body);
        Assert.True(status == 204, $"{status} {answer}");
    }

    /// <summary>The status and the code of a refusal.</summary>
    protected async Task<string> RefusalAsync(string method, string path, object? body = null)
    {
        var (status, answer) = await TryAsync(method, path, body);
        return $"{status} {answer?["error"]?["code"]}";
    }

    /// <summary>What a person at a screen does.</summary>
    protected Task<JsonNode> ControlAsync(string path, object body) => Sandbox.PostAsync($"/_sandbox/sage-300/{path}", AsNamed(body));

    protected Task<JsonNode> CustomerAsync(string number, string group = "WHL") =>
        PostAsync("AR/ARCustomers", new { CustomerNumber = number, GroupCode = group, CustomerName = "Harbor Pump Co" });

    protected async Task ItemAsync(string number, decimal? price = null)
    {
        await ControlAsync("records/IC/ICItems", new[]
        {
            new { UnformattedItemNumber = number, Description = "Item " + number, StockItem = true, StockingUnitOfMeasure = "Ea." },
        });
        if (price is null) return;
        await ControlAsync("records/IC/ICItemPricing", new[]
        {
            new { ItemNumber = number, PriceListCode = "WHS", CurrencyCode = "USD", BasePrice = price },
        });
    }

    protected Task SetAsync(object settings) => Sandbox.PostAsync("/_sandbox/settings", new Dictionary<string, object> { ["sage-300"] = settings });

    // Property names keep their capitals.
    private static JsonNode AsNamed(object body) => JsonSerializer.SerializeToNode(body)!;
}
