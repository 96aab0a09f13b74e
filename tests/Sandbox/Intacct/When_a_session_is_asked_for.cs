using System.Net;
using System.Text.Json.Nodes;

namespace Isthmus.Sandbox.Tests.Intacct;

public sealed class When_a_session_is_asked_for : IntacctTest
{
    private const string Look = "<query><object>CUSTOMER</object><select><field>RECORDNO</field></select></query>";

    [Fact]
    public async Task It_is_good_at_its_own_endpoint_only()
    {
        var (id, endpoint) = await SignInAsync();
        Assert.DoesNotContain(Gateway, endpoint, StringComparison.Ordinal);
        var request = Request($"<sessionid>{id}</sessionid>", Function(Look));
        Assert.Equal("success", Status(await SendAsync(request, endpoint), "result"));
        var elsewhere = await SendAsync(request);
        Assert.Equal(("success", "failure", "XL03000006"),
            (Status(elsewhere, "control"), Status(elsewhere, "authentication"), Error(elsewhere)));
    }

    [Fact]
    public async Task Each_call_moves_its_end()
    {
        await SetAsync(new { sessionMinutes = 10 });
        var (id, endpoint) = await SignInAsync();
        var request = Request($"<sessionid>{id}</sessionid>", Function(Look));
        await PassAsync(minutes: 8);
        var ends = DateTimeOffset.Parse((await SendAsync(request, endpoint)).Descendants("sessiontimeout").Single().Value);
        await PassAsync(minutes: 8);
        Assert.True(DateTimeOffset.Parse((await SendAsync(request, endpoint)).Descendants("sessiontimeout").Single().Value) > ends);
        await PassAsync(minutes: 11);
        Assert.Equal("XL03000006", Error(await SendAsync(request, endpoint)));
    }

    [Theory]
    [InlineData("<login><userid>zsync</userid><companyid>harbor-co</companyid><password>Intacct-User-Secret</password></login>")]
    [InlineData("<login><userid>ZSYNC</userid><companyid>harbor-co</companyid><password>intacct-user-secret</password></login>")]
    [InlineData("<login><userid>zsync</userid><companyid>other-co</companyid><password>intacct-user-secret</password></login>")]
    [InlineData("<sessionid>guess</sessionid>")]
    public async Task Nobody_else_gets_in(string authentication)
    {
        var answer = await SendAsync(Request(authentication, Function("<getAPISession/>")));
        Assert.Equal(("success", "failure", "XL03000006"), (Status(answer, "control"), Status(answer, "authentication"), Error(answer)));
        Assert.Empty(answer.Descendants("result"));
    }

    [Fact]
    public async Task An_unknown_sender_fails_before_everything_else()
    {
        var request = Request(Login, Function("<getAPISession/>"));
        request.Element("control")!.Element("senderid")!.Value = "STRANGER";
        var answer = await SendAsync(request);
        Assert.Equal(("failure", "XL03000006"), (Status(answer, "control"), Error(answer)));
        Assert.Null(answer.Element("operation"));
    }

    [Fact]
    public async Task A_company_can_take_the_sender_s_right_away()
    {
        await SetAsync(new { senderAuthorised = false });
        Assert.Equal("failure", Status(await CallAsync("<getAPISession/>"), "authentication"));
    }

    [Fact]
    public async Task A_company_that_moved_names_its_new_endpoint_and_knows_no_session_of_before()
    {
        var (id, endpoint) = await SignInAsync();
        await SetAsync(new { pod = "p03" });
        Assert.Equal("XL03000006", Error(await SendAsync(Request($"<sessionid>{id}</sessionid>", Function(Look)), endpoint)));
        var (again, moved) = await SignInAsync();
        Assert.Contains("/p03/", moved, StringComparison.Ordinal);
        Assert.Equal("success", Status(await SendAsync(Request($"<sessionid>{again}</sessionid>", Function(Look)), moved), "result"));
    }

    [Fact]
    public async Task A_password_that_ran_out_lets_nobody_in()
    {
        await SetAsync(new { passwordExpired = true });
        var answer = await CallAsync("<getAPISession/>");
        Assert.Equal("failure", Status(answer, "authentication"));
        Assert.Contains("expired", answer.Descendants("description2").First().Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_POST_is_served()
    {
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await Sandbox.Http.GetAsync(Gateway)).StatusCode);
    }

    private Task<JsonNode> SetAsync(object settings) =>
        Sandbox.PostAsync("/_sandbox/settings", new Dictionary<string, object> { ["sage-intacct"] = settings });

    private Task<JsonNode> PassAsync(int minutes) => Sandbox.PostAsync("/_sandbox/clock", new { advanceSeconds = minutes * 60 });
}
