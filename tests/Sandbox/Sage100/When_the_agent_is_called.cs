using System.Net;
using System.Net.Http.Headers;
using Isthmus.Sandbox.Tests.Hosting;
using Isthmus.Tests.Support;

namespace Isthmus.Sandbox.Tests.Sage100;

public sealed class When_the_agent_is_called : Agent
{
    private static readonly string[] BothKeys = ["sage-sandbox-key", "next-key"];

    private const string About = "/sage-100/agent/v1/about";

    [Fact]
    public async Task It_says_what_it_is_and_serves()
    {
        var about = await Sandbox.GetAsync(About);
        Assert.Equal("2023", about["sage"]!.GetValue<string>());
        Assert.Contains("SO_SalesOrder", about["objects"]!.AsArray().Select(o => o!.GetValue<string>()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer wrong")]
    [InlineData("Basic sage-sandbox-key")]
    public async Task A_wrong_key_is_unauthorized(string? header)
    {
        Sandbox.Http.DefaultRequestHeaders.Authorization = header is null ? null : AuthenticationHeaderValue.Parse(header);
        using var answer = await Sandbox.Http.GetAsync(About);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task Two_keys_are_valid_while_one_replaces_the_other()
    {
        await Sandbox.PostAsync("/_sandbox/settings",
            new Dictionary<string, object> { ["sage-100"] = new { keys = BothKeys } });
        await Sandbox.GetAsync(About);
        Sandbox.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "next-key");
        await Sandbox.GetAsync(About);
    }

    [Fact]
    public async Task An_unknown_company_is_not_found()
    {
        using var answer = await Sandbox.Http.GetAsync("/sage-100/agent/v1/companies/XYZ/objects/AR_Customer");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("company_not_found", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_company_locked_for_period_end_is_unavailable_for_some_seconds()
    {
        await Sandbox.PostAsync("/_sandbox/settings", new Dictionary<string,
            object> { ["sage-100"] = new { companyLocked = true } });
        using var answer = await TryAsync("numbers", new { @object = "SO_SalesOrder" });
        Assert.Equal((HttpStatusCode.ServiceUnavailable, 5.0),
            (answer.StatusCode, answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds));
    }

    [Fact]
    public async Task More_than_500_records_are_too_large()
    {
        var records = Enumerable.Range(0, 501).Select(n => new { @ref = $"{n}", @object = "AR_Customer", key = new { } });
        using var answer = await TryAsync("read", new { records });
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task One_bad_record_does_not_fail_its_neighbours()
    {
        var answer = await CallAsync("write", new
        {
            records = new object[]
            {
                new { @ref = "a", @object = "AR_Customer", mode = "create", key = new { ARDivisionNo = "00", CustomerNo = "A" },
                    values = new { City = "X" } },
                new { @ref = "b", @object = "AR_Customer", mode = "create", key = new { ARDivisionNo = "00", CustomerNo = "B" },
                    values = new { CustomerName = "B" } },
                new { @ref = "c", @object = "IM_ItemWarehouse", mode = "update",
                    key = new { ItemCode = "GASKET-12", WarehouseCode = "000" },
                    values = new { QuantityOnHand = 5 } }
            }
        });
        Assert.Equal(["refused", "written", "refused"], answer["results"]!.AsArray().Select(r => Outcome(r!)));
    }

    [Fact]
    public async Task The_dictionary_tells_lengths_by_release()
    {
        Assert.Equal((50, 2), await LengthsAsync());
        await Sandbox.PostAsync("/_sandbox/settings", new Dictionary<string, object> { ["sage-100"] = new { release = "2018" } });
        Assert.Equal((30, 2), await LengthsAsync());
    }

    [Fact]
    public async Task Records_survive_a_restart()
    {
        using var folder = new TemporaryFolder();
        await using (var first = await SandboxServer.StartAsync("--state", folder.Path))
        {
            await first.PostAsync("/_sandbox/sage-100/items", new[] { new { itemCode = "KEPT-1", price = 2.5, stock = 9 } });
            await first.PostAsync("/_sandbox/sage-100/udfs", new { @object = "CI_Item", name = "UDF_ZONE" });
        }
        await using var second = await SandboxServer.StartAsync("--state", folder.Path);
        var sage = (await second.GetAsync("/_sandbox/ledger"))["sage-100"]!;
        var item = sage["items"]!.AsArray().Single(i => i!["ItemCode"]!.GetValue<string>() == "KEPT-1")!;
        Assert.Equal((2.5m, 9m, ""),
            (item["StandardUnitPrice"]!.GetValue<decimal>(), item["TotalQuantityOnHand"]!.GetValue<decimal>(),
            item["UDF_ZONE"]!.GetValue<string>()));
    }

    private async Task<(int Name, int State)> LengthsAsync()
    {
        var columns = (await Sandbox.GetAsync("/sage-100/agent/v1/companies/ABC/objects/AR_Customer"))["columns"]!.AsArray();
        int Length(string name) => columns.Single(c => c!["name"]!.GetValue<string>() == name)!["length"]!.GetValue<int>();
        return (Length("CustomerName"), Length("State"));
    }
}
