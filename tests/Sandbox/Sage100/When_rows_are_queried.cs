using System.Text.Json.Nodes;

namespace Isthmus.Sandbox.Tests.Sage100;

public sealed class When_rows_are_queried : Agent
{
    private static readonly string[] NumberOnly = ["CustomerNo"];

    [Fact]
    public async Task Pages_follow_each_other_in_key_order_without_gaps()
    {
        foreach (var n in new[] { 3, 1, 2 }) await CustomerAsync($"ZC{n}");
        var first = await CallAsync("query", new { @object = "AR_Customer", columns = NumberOnly, limit = 2 });
        var second = await CallAsync("query", new { @object = "AR_Customer", limit = 2, after = first["next"]!.GetValue<string>() });
        Assert.Equal(["ZC1", "ZC2", "ZC3"], Numbers(first).Concat(Numbers(second)));
        Assert.Null(second["next"]);
    }

    [Fact]
    public async Task A_record_is_found_by_its_external_id_and_no_longer_by_an_old_one()
    {
        await CustomerAsync("ZC1", new { CustomerName = "One", UDF_EXTERNAL_ID = "zoho:1" });
        await CustomerAsync("ZC2", new { CustomerName = "Two", UDF_EXTERNAL_ID = "zoho:2" });
        Assert.Equal(["ZC2"], Numbers(await FindAsync("zoho:2")));
        await WriteAsync("AR_Customer", "update", new { ARDivisionNo = "01", CustomerNo = "ZC2" }, new { UDF_EXTERNAL_ID = "zoho:3" });
        Assert.Empty(Numbers(await FindAsync("zoho:2")));
        Assert.Equal(["ZC2"], Numbers(await FindAsync("zoho:3")));
    }

    [Fact]
    public async Task Updated_since_is_inclusive_and_leaves_out_what_is_older()
    {
        await CustomerAsync("ZC1");
        await Sandbox.PostAsync("/_sandbox/clock", new { advanceSeconds = 86_400 * 2 });
        var late = await CustomerAsync("ZC2");
        var since = new { date = Text(late, "DateUpdated"), time = Text(late, "TimeUpdated") };
        Assert.Equal(["ZC2"], Numbers(await CallAsync("query", new { @object = "AR_Customer", updatedSince = since })));
    }

    [Theory]
    [InlineData("""{"object":"AR_Customer","limit":0}""")]
    [InlineData("""{"object":"AR_Shoe"}""")]
    [InlineData("""{"object":"AR_Customer","columns":["Shoe"]}""")]
    [InlineData("""{"object":"AR_Customer","colums":["CustomerNo"]}""")]
    [InlineData("""{"object":"AR_Customer","after":"%%%"}""")]
    public async Task A_malformed_query_is_a_bad_request(string body)
    {
        using var answer = await TryAsync("query", JsonNode.Parse(body)!);
        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Contains("bad_request", await answer.Content.ReadAsStringAsync());
    }

    private Task<JsonNode> FindAsync(string id) => CallAsync("query", new
    {
        @object = "AR_Customer", equals = new { UDF_EXTERNAL_ID = id }
    });

    private static IEnumerable<string> Numbers(JsonNode answer) =>
        answer["rows"]!.AsArray().Select(row => row!["CustomerNo"]!.GetValue<string>());
}
