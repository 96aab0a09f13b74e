using System.Text;
using System.Text.Json;
using Isthmus.Connectors.Sage300;
using Isthmus.Connectors.Tests.Support;
using Isthmus.Core.Failures;
using static Isthmus.Connectors.Tests.Support.Failing;

namespace Isthmus.Connectors.Tests.Sage300;

public sealed class When_the_Web_API_refuses : IAsyncLifetime
{
    private ScriptedServer server = null!;

    public async Task InitializeAsync() => server = await ScriptedServer.StartAsync();

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Theory]
    [InlineData(401, "Unauthorized", FailureClass.Auth, false, 1)]
    [InlineData(403, "Forbidden", FailureClass.Permanent, false, 1)]
    [InlineData(400, "InvalidParameters", FailureClass.Permanent, false, 1)]
    [InlineData(404, "ResourceNotFound", FailureClass.Permanent, false, 1)]
    [InlineData(400, "InvalidEntityKey", FailureClass.Validation, false, 1)]
    [InlineData(404, "RecordNotFound", FailureClass.ReferenceMissing, false, 1)]
    [InlineData(405, "MethodNotAllowed", FailureClass.Bug, false, 1)]
    [InlineData(400, "InvalidPayload", FailureClass.Validation, false, 1)]
    [InlineData(400, "InvalidAction", FailureClass.Bug, false, 1)]
    [InlineData(409, "RecordDuplicate", FailureClass.Conflict, false, 1)]
    [InlineData(400, "RecordDuplicate", FailureClass.Conflict, false, 1)]
    [InlineData(422, "RecordInvalid", FailureClass.Validation, false, 1)]
    [InlineData(400, "General", FailureClass.Locked, false, 4)]
    [InlineData(500, "General", FailureClass.Locked, true, 1)]
    [InlineData(500, "DBLinkError", FailureClass.Transient, true, 1)]
    [InlineData(500, "SessionError", FailureClass.Transient, false, 4)]
    [InlineData(500, "InternalServerError", FailureClass.Transient, true, 1)]
    public async Task A_code_has_its_class_a_cure_and_as_many_tries_as_are_safe(int status, string code, FailureClass expected, bool doubt, int tries)
    {
        server.Otherwise = _ => (status, Error(code, "Customer Number HARB99 does not exist."));
        var failure = await FailureOf(() => WebApi.Client(server.Address).PostAsync("OE", "OEOrders", "{}"u8.ToArray()));
        Assert.Equal((expected, code, doubt), (failure.Class, failure.Code, failure.EffectUnknown));
        Assert.NotEmpty(failure.Cure);
        Assert.Equal(tries, server.Requests.Count);
    }

    [Fact]
    public async Task Too_many_requests_wait_as_long_as_the_server_says()
    {
        server.Then(429, Error("TooManyRequests", "x"), ("Retry-After", "0")).Then(200, "{}");
        await WebApi.Client(server.Address).PostAsync("OE", "OEOrders", "{}"u8.ToArray());
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task A_record_that_is_not_there_is_null_and_an_address_that_is_not_there_is_none()
    {
        server.Then(404, Error("RecordNotFound", "x")).Then(404, "<html>Not Found</html>");
        var client = WebApi.Client(server.Address);
        Assert.Null(await client.GetAsync("AR", "ARCustomers", Sage300Key.Of("NOBODY")));
        var failure = await FailureOf(() => client.GetAsync("AR", "ARCustomers", Sage300Key.Of("NOBODY")));
        Assert.Equal((FailureClass.Auth, "http-404"), (failure.Class, failure.Code));
    }

    [Fact]
    public async Task HTML_503_pauses_the_connection_and_a_page_of_HTML_is_never_taken_for_success()
    {
        server.Then(503, "<html>Service Unavailable</html>", ("Retry-After", "30"));
        var outage = await FailureOf(() => WebApi.Client(server.Address).GetAsync("AR", "ARCustomers", "1"));
        Assert.Equal((true, TimeSpan.FromSeconds(30)), (outage.Outage, outage.RetryAfter));
        server.Otherwise = _ => (200, "<html>Sign in</html>");
        var client = WebApi.Client(server.Address, ("Limits:Retries", "0"));
        Assert.Equal("malformed-answer", (await FailureOf(() => client.GetAsync("AR", "ARCustomers", "1"))).Code);
        var patch = await FailureOf(() => client.PatchAsync("AR", "ARCustomers", "1", "{}"u8.ToArray()));
        Assert.Equal(("malformed-answer", true), (patch.Code, patch.EffectUnknown));
    }

    [Fact]
    public async Task A_change_is_good_when_nothing_comes_back()
    {
        server.Then(204, "");
        await WebApi.Client(server.Address).PatchAsync("AR", "ARCustomers", Sage300Key.Of("A"), """{"City":"x"}"""u8.ToArray());
        Assert.Equal(("PATCH", """{"City":"x"}"""), (server.Requests.Single().Method, server.Requests.Single().Body));
    }

    [Theory]
    [InlineData("""{"City":"x"}""", 2)]
    [InlineData("""{"V":[{"UpdateOperation":"Insert"}]}""", 1)]
    public async Task A_change_is_repeated_after_a_lost_answer_where_twice_is_once(string body, int tries)
    {
        server.ThenBreak().Then(204, "");
        var change = WebApi.Client(server.Address).PatchAsync("AR", "ARCustomers", "1", Encoding.UTF8.GetBytes(body));
        if (tries == 2) await change;
        else Assert.True((await FailureOf(() => change)).EffectUnknown);
        Assert.Equal(tries, server.Requests.Count);
    }

    [Fact]
    public async Task A_create_whose_answer_is_lost_is_not_repeated()
    {
        server.ThenBreak();
        Assert.True((await FailureOf(() => WebApi.Client(server.Address).PostAsync("OE", "OEOrders", "{}"u8.ToArray()))).EffectUnknown);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task What_Sage_says_is_shown_without_what_it_quotes_in_either_form()
    {
        server.Then(400, """{"error":{"code":"RecordInvalid","message":"The e-mail 'ann@example.test' of \"Ann Lee\" is wrong."}}""");
        var failure = await FailureOf(() => WebApi.Client(server.Address).PostAsync("AR", "ARCustomers", "{}"u8.ToArray()));
        Assert.DoesNotContain("Ann", failure.Message + failure.Cure, StringComparison.OrdinalIgnoreCase);
    }

    private static string Error(string code, string message) =>
        JsonSerializer.Serialize(new { error = new { code, message = new { lang = "en-US", value = message } } });
}
