using System.Text.Json;
using Isthmus.Agent.Boi;
using Isthmus.Agent.Protocol;
using Isthmus.Agent.Tests.Boi.Fake;
using Isthmus.Tests.Support;

namespace Isthmus.Agent.Tests.Boi;

/// <summary>The agent over business objects that are called as COM's are.</summary>
public abstract class BoiTest : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private ComBusinessObjects? objects;

    internal FakeSage Sage { get; } = new();

    internal ManualTime Time { get; } = new();

    internal SaidLog Log { get; } = new();

    internal int Sessions { get; init; } = 1;

    internal ComBusinessObjects Objects => objects ??= Open();

    internal async Task<(int Status, JsonElement Body)> CallAsync(
        string method, string path, object? body = null, CancellationToken cancellation = default)
    {
        var sent = body is null ? [] : JsonSerializer.SerializeToUtf8Bytes(body);
        var answer = await new AgentProtocol(Objects).AnswerAsync(new AgentCall(method, path, sent), cancellation);
        return (answer.Status, JsonElement.Parse(answer.Body.Span));
    }

    internal async Task<JsonElement> ResultAsync(string operation, params object[] records)
    {
        var (status, body) = await CallAsync("POST", $"/companies/ABC/{operation}", new { records });
        Assert.True(status == 200, body.ToString());
        return body.GetProperty("results");
    }

    internal async Task<JsonElement> QueryAsync(object query)
    {
        var (status, body) = await CallAsync("POST", "/companies/ABC/query", query);
        Assert.True(status == 200, body.ToString());
        return body;
    }

    internal static object Order(string number, string mode = "create", object? values = null, params object[] lines) => new
    {
        @ref = number, @object = "SO_SalesOrder", mode, key = new { SalesOrderNo = number },
        values = values ?? new { ARDivisionNo = "01", CustomerNo = "HARB01", CustomerPONo = "PO-7" },
        lines = lines.Length > 0 ? lines : mode == "create" ? [new { ItemCode = "GASKET-12", QuantityOrdered = 12, UnitPrice = 4.25m }] : null,
    };

    internal static string Outcome(JsonElement result) => result.GetProperty("outcome").GetString()!;

    public void Dispose()
    {
        objects?.Dispose();
        folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private ComBusinessObjects Open()
    {
        var password = Path.Combine(folder.Path, "password");
        File.WriteAllText(password, "soap-and-water");
        var options = new SageHostOptions
        {
            Home = @"\\erp01\Sage\MAS90\Home", User = "zsync", Password = "file:" + password, Companies = ["ABC", "XYZ"],
            TimeZone = "America/Los_Angeles", Sessions = Sessions,
        };
        return new ComBusinessObjects(options, Sage, Time, Log);
    }
}
