using Isthmus.Connectors.Tests.Support;
using Isthmus.Connectors.ZohoCrm;
using Isthmus.Core.Failures;
using static Isthmus.Connectors.Tests.Support.Failing;
using static Isthmus.Connectors.Tests.ZohoCrm.ScriptedCrm;

namespace Isthmus.Connectors.Tests.ZohoCrm;

public sealed class Reads
{
    private static readonly DateTimeOffset Noon = new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(204)]
    [InlineData(304)]
    public async Task Of_nothing_are_empty(int status)
    {
        await using var crm = await StartAsync();
        crm.Server.Then(status, "");
        Assert.Empty(await crm.Client.ListAsync("Accounts", ["Account_Name"], Noon).ToListAsync());
    }

    [Fact]
    public async Task Follow_the_page_token_with_the_same_moment_on_every_page()
    {
        await using var crm = await StartAsync();
        crm.Server
            .Then(200, """{"data":[{"id":"1","Modified_Time":"2026-05-04T07:00:01-05:00"}],"info":{"more_records":true,"next_page_token":"p2"}}""")
            .Then(200, """{"data":[{"id":"2","Modified_Time":"2026-05-04T12:00:02+00:00"}],"info":{"more_records":false}}""");
        var rows = await crm.Client.ListAsync("Accounts", ["Account_Name"], Noon).ToListAsync();
        Assert.Equal(["1", "2"], rows.Select(row => row.GetProperty("id").GetString()));
        Assert.Contains(("page_token", "p2"), ReceivedRequest.Pairs(crm.Asked[1].Query));
        Assert.All(crm.Asked, asked => Assert.Equal("2026-05-04T11:59:59+00:00", asked.Header("If-Modified-Since")));
    }

    [Fact]
    public async Task Leave_out_what_changed_before_the_moment()
    {
        await using var crm = await StartAsync();
        crm.Server.Then(200, """
            {"data":[{"id":"1","Modified_Time":"2026-05-04T11:59:59+00:00"},{"id":"2","Modified_Time":"2026-05-04T12:00:00+00:00"}],"info":{}}
            """);
        Assert.Equal("2", Assert.Single(await crm.Client.ListAsync("Accounts", [], Noon).ToListAsync()).GetProperty("id").GetString());
    }

    [Fact]
    public async Task Refuse_more_fields_than_a_list_shows_before_anything_is_asked()
    {
        await using var crm = await StartAsync();
        var many = Enumerable.Range(0, 49).Select(n => $"F{n}").ToList();
        Assert.Equal("too-many-fields",
            (await FailureOf(() => crm.Client.ListAsync("Accounts", many, null).ToListAsync().AsTask())).Code);
        Assert.Empty(crm.Asked);
    }

    [Theory]
    [InlineData(204, "")]
    [InlineData(400, """{"code":"INVALID_DATA","details":{},"message":"the id given seems to be invalid","status":"error"}""")]
    public async Task Of_a_record_that_is_not_there_answer_with_nothing(int status, string body)
    {
        await using var crm = await StartAsync();
        crm.Server.Then(status, body);
        Assert.Null(await crm.Client.GetAsync("Accounts", "5"));
    }

    [Fact]
    public async Task Of_a_record_at_the_wrong_address_do_not_take_it_for_gone()
    {
        await using var crm = await StartAsync(("Limits:Retries", "0"));
        crm.Server.Then(404, "<html>not here</html>");
        Assert.Equal(FailureClass.Transient, (await FailureOf(() => crm.Client.GetAsync("Accounts", "5"))).Class);
    }

    [Fact]
    public async Task By_query_page_by_themselves()
    {
        await using var crm = await StartAsync();
        crm.Server.Then(200, """{"data":[{"id":"1"}],"info":{"count":1,"more_records":true}}""").Then(204, "");
        Assert.Single(await crm.Client.QueryAsync(new CrmQuery("Deals", ["id"], "Stage = 'Open'", null)).ToListAsync());
        Assert.Contains("limit 200 offset 0", crm.Asked[0].Body, StringComparison.Ordinal);
        Assert.Contains("limit 2000 offset 1", crm.Asked[1].Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("O'Brien & Sons", "'O''Brien & Sons'")]
    [InlineData(@"a\", @"'a\\'")]
    [InlineData("' or id is not null", "''' or id is not null'")]
    public void By_query_keep_values_from_becoming_part_of_the_query(string value, string written) =>
        Assert.Equal(written, Coql.Text(value));

    [Fact]
    public async Task By_query_take_no_field_that_is_not_a_name()
    {
        await using var crm = await StartAsync();
        Assert.Equal("wrong-query", (await FailureOf(() => crm.Client.FindAsync("Deals", "id = 1 or id", "x", ["id"]))).Code);
    }

    [Fact]
    public async Task Of_one_record_fail_where_two_have_the_value()
    {
        await using var crm = await StartAsync();
        crm.Server.Then(200, """{"data":[{"id":"1"},{"id":"2"}],"info":{}}""");
        Assert.Equal((FailureClass.Conflict, "several-records"),
            (await FailureOf(() => crm.Client.FindAsync("Accounts", "Isthmus_Key", "k", ["id"]))) is var failure
                ? (failure.Class, failure.Code) : default);
    }

    [Fact]
    public async Task Of_stages_go_through_every_layout_and_tell_won_by_the_forecast()
    {
        await using var crm = await StartAsync();
        crm.Server.Then(200, """{"layouts":[{"id":"7"}]}""").Then(200, """
            {"pipeline":[{"maps":[{"display_value":"Deal done","actual_value":"Done","forecast_type":"Closed Won"},
                                  {"display_value":"Talks","actual_value":"Talks","forecast_type":"Open"}]}]}
            """);
        var stages = await crm.Client.ListStagesAsync();
        Assert.Equal("Done", Assert.Single(stages, stage => stage.Won).ActualValue);
    }

    [Fact]
    public async Task Of_stages_take_the_field_where_there_are_no_pipelines()
    {
        await using var crm = await StartAsync();
        crm.Server.Then(204, "").Then(200, """
            {"fields":[{"api_name":"Stage","pick_list_values":[{"display_value":"Won!","actual_value":"Closed Won"},{"display_value":"New","actual_value":"New"}]}]}
            """);
        Assert.Equal("Won!", Assert.Single(await crm.Client.ListStagesAsync(), stage => stage.Won).DisplayValue);
    }

    [Fact]
    public async Task Go_to_another_server_when_the_next_token_says_so()
    {
        await using var crm = await StartAsync();
        await using var moved = await ScriptedServer.StartAsync();
        crm.Server.Then(400, """{"code":"INVALID_HOST","details":{},"message":"invalid host","status":"error"}""")
            .Then(200, TokenFor(new Uri(moved.Address, "ca")));
        moved.Then(200, """{"data":[{"id":"1"}]}""");
        Assert.NotNull(await crm.Client.GetAsync("Accounts", "1"));
        Assert.Equal("/ca/crm/v8/Accounts/1", Assert.Single(moved.Requests).Path);
    }
}
