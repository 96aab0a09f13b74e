using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Isthmus.Sandbox.Tests.Hosting;

namespace Isthmus.Sandbox.Tests.Sage100;

/// <summary>The sandbox's Sage 100 agent, called with its default key.</summary>
public abstract class Agent : IAsyncLifetime
{
    private const string Company = "/sage-100/agent/v1/companies/ABC/";

    protected SandboxServer Sandbox { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Sandbox = await SandboxServer.StartAsync();
        Sandbox.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "sage-sandbox-key");
        await Sandbox.PostAsync("/_sandbox/sage-100/items", new object[]
        {
            new { itemCode = "GASKET-12", description = "Gasket", price = 4.25, productLine = "SEAL", stock = 100 },
            new { itemCode = "OLD-1", description = "Discontinued", price = 1, inactive = true }
        });
    }

    public async Task DisposeAsync() => await Sandbox.DisposeAsync();

    protected Task<JsonNode> CallAsync(string operation, object body) => Sandbox.PostAsync(Company + operation, AsNamed(body));

    protected Task<HttpResponseMessage> TryAsync(string operation, object body) =>
        Sandbox.Http.PostAsJsonAsync(Company + operation, AsNamed(body));

    protected async Task<JsonNode> WriteAsync(string @object, string mode, object key, object? values, object? lines = null)
    {
        var record = new { @ref = "1", @object, mode, key, values, lines };
        return (await CallAsync("write", new { records = new[] { record } }))["results"]![0]!;
    }

    protected async Task<JsonNode> ReadAsync(string @object, object key) =>
        (await CallAsync("read", new { records = new[] { new { @ref = "1", @object, key } } }))["results"]![0]!;

    protected Task<JsonNode> CustomerAsync(string number, object? values = null) =>
        WriteAsync("AR_Customer", "create", new { ARDivisionNo = "01", CustomerNo = number },
            values ?? new { CustomerName = "Harbor Pump Co" });

    protected Task<JsonNode> OrderAsync(string number, object? values = null, object? lines = null) => WriteAsync(
        "SO_SalesOrder", "create", new { SalesOrderNo = number }, values ?? new { ARDivisionNo = "01", CustomerNo = "ZC1" },
        lines ?? new[] { new { ItemCode = "GASKET-12", QuantityOrdered = 12, UnitPrice = 4.25m } });

    protected async Task<decimal> CommittedAsync() =>
        (await ReadAsync("IM_ItemWarehouse", new { ItemCode = "GASKET-12", WarehouseCode = "000" }))
        ["record"]!["QuantityOnSalesOrder"]!.GetValue<decimal>();

    // Column names keep their capitals.
    private static JsonNode AsNamed(object body) => JsonSerializer.SerializeToNode(body)!;

    protected static string Outcome(JsonNode result) => result["outcome"]!.GetValue<string>();

    protected static string Message(JsonNode result) => result["error"]!["message"]!.GetValue<string>();

    protected static string Text(JsonNode result, string column) => result["record"]![column]!.GetValue<string>();

    protected static decimal Number(JsonNode result, string column) => result["record"]![column]!.GetValue<decimal>();
}
