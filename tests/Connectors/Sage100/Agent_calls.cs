using System.Text.Json;
using Isthmus.Connectors.Sage100;
using Isthmus.Connectors.Tests.Support;
using Isthmus.Core.Failures;
using Microsoft.Extensions.DependencyInjection;
using static Isthmus.Connectors.Tests.Support.Failing;

namespace Isthmus.Connectors.Tests.Sage100;

public sealed class Agent_calls : IAsyncLifetime
{
    private static readonly Dictionary<string, string> Key = new() { ["SalesOrderNo"] = "0004183" };
    private ScriptedServer server = null!;

    public async Task InitializeAsync() => server = await ScriptedServer.StartAsync();

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task Write_what_the_mapping_made_in_its_order_under_object_mode_and_key()
    {
        server.Then(200, """{"results":[{"ref":"1","outcome":"written","record":{"SalesOrderNo":"0004183"}}]}""");
        await Sage.CreateAsync("SO_SalesOrder", Key,
            """{"values":{"CustomerNo":"Z1","OrderDate":"20261121"},"lines":[{"ItemCode":"A","QuantityOrdered":12.5}]}"""u8.ToArray());
        var request = Assert.Single(server.Requests);
        Assert.Equal(("/sage-100/agent/v1/companies/ABC/write", "Bearer sage-sandbox-key"),
            (request.Path, request.Header("Authorization")));
        Assert.Equal(
            """{"records":[{"ref":"1","object":"SO_SalesOrder","mode":"create","key":{"SalesOrderNo":"0004183"},"values":{"CustomerNo":"Z1","OrderDate":"20261121"},"lines":[{"ItemCode":"A","QuantityOrdered":12.5}]}]}""",
            request.Body);
    }

    [Fact]
    public async Task Give_back_what_is_there_when_the_key_is_taken()
    {
        server.ThenBreak().Then(200, """{"results":[{"ref":"1","outcome":"exists","record":{"UDF_EXTERNAL_ID":"zoho:46"}}]}""");
        var result = await Sage.CreateAsync("SO_SalesOrder", Key, "{}"u8.ToArray());
        Assert.Equal((SageOutcome.Exists, "zoho:46"),
            (result.Outcome, result.Record!.Value.GetProperty("UDF_EXTERNAL_ID").GetString()));
    }

    [Fact]
    public async Task Fail_with_what_Sage_said_when_a_single_record_is_refused()
    {
        server.Then(200, """{"results":[{"ref":"1","outcome":"refused","error":{"object":"SO_SalesOrder_bus","column":"TermsCode","value":"99","message":"The Terms Code 99 is not on file."}}]}""");
        var failure = await FailureOf(() => Sage.UpdateAsync("SO_SalesOrder", Key, "{}"u8.ToArray()));
        Assert.Equal((FailureClass.ReferenceMissing, "TermsCode"), (failure.Class, failure.Field));
    }

    [Fact]
    public async Task Bring_a_result_for_each_record_in_their_order_and_one_bad_record_spoils_no_other()
    {
        server.Then(200, """{"results":[{"ref":"b","outcome":"locked"},{"ref":"a","outcome":"written","record":{}}]}""");
        var results = await Sage.WriteAsync([Update("a"), Update("b")]);
        Assert.Equal([("a", SageOutcome.Written), ("b", SageOutcome.Locked)], results.Select(each => (each.Ref, each.Outcome)));
    }

    [Fact]
    public async Task Do_not_take_a_record_without_a_result_for_written()
    {
        server.Then(200, """{"results":[{"ref":"a","outcome":"written","record":{}}]}""");
        var failure = await FailureOf(() => Sage.WriteAsync([Update("a"), Update("b")]));
        Assert.Equal(("result-missing", true), (failure.Code, failure.EffectUnknown));
    }

    [Fact]
    public async Task Cut_many_records_into_what_the_agent_takes()
    {
        server.Otherwise = request => (200, JsonSerializer.Serialize(new
        {
            results = JsonElement.Parse(request.Body).GetProperty("records").EnumerateArray()
                .Select(record => new { @ref = record.GetProperty("ref").GetString(), outcome = "written" }),
        }));
        var results = await Sage.WriteAsync([.. Enumerable.Range(0, 450).Select(at => Update($"{at}"))]);
        Assert.Equal(Enumerable.Range(0, 450).Select(at => $"{at}"), results.Select(each => each.Ref));
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task Are_not_repeated_after_a_delete_whose_answer_was_lost()
    {
        server.ThenBreak();
        var failure = await FailureOf(() =>
            Sage.WriteAsync([new SageWrite("1", "SO_SalesOrder", SageMode.Delete, Key, default)]));
        Assert.True(failure.EffectUnknown);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Page_through_a_query_behind_the_last_row()
    {
        server.Then(200, """{"agent":"1.0.0","protocol":1,"timeZone":"America/Los_Angeles"}""")
            .Then(200, """{"rows":[{"ItemCode":"A"}],"next":"A"}""").Then(200, """{"rows":[{"ItemCode":"B"}],"next":null}""");
        var rows = await Sage.QueryAsync("CI_Item", ["ItemCode"], new Dictionary<string, string> { ["ProductLine"] = "RTL" },
            new DateTimeOffset(2026, 11, 21, 17, 30, 0, TimeSpan.Zero)).ToListAsync();
        Assert.Equal(2, rows.Count);
        Assert.Equal(
            """{"object":"CI_Item","limit":500,"columns":["ItemCode"],"equals":{"ProductLine":"RTL"},"updatedSince":{"date":"20261121","time":"9.50000"},"after":"A"}""",
            server.Requests.Last().Body);
    }

    [Fact]
    public async Task Ask_for_a_dictionary_once_for_many_callers()
    {
        server.Otherwise = _ =>
            (200, """{"object":"AR_Customer","keys":["ARDivisionNo","CustomerNo"],"columns":[{"name":"CustomerName","type":"text","length":50,"required":true}],"lines":null}""");
        var sage = Sage;
        var read = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => sage.DictionaryAsync("AR_Customer")));
        Assert.All(read, dictionary => Assert.Equal(50, dictionary.Columns["CustomerName"].Length));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Find_nothing_without_failing()
    {
        server.Then(200, """{"results":[{"ref":"1","outcome":"not_found"}]}""");
        Assert.Null(await Sage.ReadAsync("SO_SalesOrder", Key));
    }

    [Theory]
    [InlineData(400, "bad_request", FailureClass.Bug, false)]
    [InlineData(401, "unauthorized", FailureClass.Auth, false)]
    [InlineData(404, "company_not_found", FailureClass.Auth, false)]
    [InlineData(404, "object_not_found", FailureClass.Permanent, false)]
    [InlineData(403, "object_refused", FailureClass.Permanent, false)]
    [InlineData(501, "not_supported", FailureClass.Permanent, false)]
    [InlineData(500, "stuck", FailureClass.Transient, true)]
    [InlineData(413, "too_large", FailureClass.Bug, false)]
    [InlineData(429, "busy", FailureClass.Throttled, false)]
    [InlineData(503, "sage_unavailable", FailureClass.Transient, false)]
    [InlineData(500, "crash", FailureClass.Transient, true)]
    public async Task Are_refused_as_a_whole_in_our_classes(int status, string code, FailureClass expected, bool doubt)
    {
        server.Otherwise = _ => (status, JsonSerializer.Serialize(new { error = new { code, message = "text" } }));
        var failure = await FailureOf(() => Sage.CreateAsync("SO_SalesOrder", Key, "{}"u8.ToArray()));
        Assert.Equal((expected, code, doubt), (failure.Class, failure.Code, failure.EffectUnknown));
    }

    private SageAgentClient Sage => Connected.To(server.Address).GetRequiredService<SageAgentClient>();

    private static SageWrite Update(string name) => new(name, "AR_Customer", SageMode.Update, Key, "{}"u8.ToArray());
}
