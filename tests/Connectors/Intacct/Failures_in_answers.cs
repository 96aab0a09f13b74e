using Isthmus.Connectors.Intacct;
using Isthmus.Connectors.Tests.Support;
using Isthmus.Core.Failures;
using static Isthmus.Connectors.Tests.Support.Failing;

namespace Isthmus.Connectors.Tests.Intacct;

/// <summary>Every level of failure, each of which comes with HTTP 200 unless it says otherwise.</summary>
public sealed class Failures_in_answers : IAsyncLifetime
{
    private static readonly IntacctQuery Look = new("CUSTOMER", ["RECORDNO"]);
    private ScriptedServer server = null!;
    private IntacctClient intacct = null!;

    public async Task InitializeAsync()
    {
        server = await ScriptedServer.StartAsync();
        intacct = Intacct.Client(server.Address, ("Limits:Retries", "0"));
    }

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Theory]
    [InlineData("XL03000003", "Document does not match the schema at element contents.", FailureClass.Bug, "XL03000003")]
    [InlineData("XL03000006", "Incorrect Intacct XML Partner ID or password.", FailureClass.Auth, "sender-refused")]
    [InlineData("XL03009999", "Something new", FailureClass.Transient, "XL03009999")]
    public async Task Of_the_request(string number, string text, FailureClass kind, string code)
    {
        server.Otherwise = _ => (200, "<response><control><status>failure</status></control><errormessage><error>"
            + $"<errorno>{number}</errorno><description2>{text}</description2></error></errormessage></response>");
        var failure = await FailureOf(() => intacct.QueryAsync(Look));
        Assert.Equal((kind, code), (failure.Class, failure.Code));
        Assert.NotEmpty(failure.Cure);
    }

    [Theory]
    [InlineData("Sign-in information is incorrect", "sign-in-refused", "'harbor-co', user 'zsync'", "set intacct-user-password")]
    [InlineData("Sender ID is not authorized to make Web Services requests", "sender-not-authorised", "'harbor-co'", "Web Services authorisations")]
    [InlineData("The transport policy does not allow this address", "transport-policy", "transport policy", "this machine's address")]
    [InlineData("Your password has expired", "user-locked", "'zsync' of company 'harbor-co'", "set intacct-user-password")]
    public async Task Of_the_sign_in(string text, string code, string said, string cure)
    {
        server.Otherwise = _ =>
            (200, Intacct.Response("<authentication><status>failure</status><userid>zsync</userid><companyid>h</companyid></authentication>"
            + $"<errormessage><error><errorno>XL03000006</errorno><description2>{text}</description2></error></errormessage>"));
        var failure = await FailureOf(() => intacct.QueryAsync(Look));
        Assert.Equal((FailureClass.Auth, code), (failure.Class, failure.Code));
        Assert.Contains(said, failure.Message, StringComparison.Ordinal);
        Assert.Contains(cure, failure.Cure, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PL04000005", "You do not have permission for API operation READ on objects of type customer", FailureClass.Permanent,
        "permission-denied")]
    [InlineData("PL04000055", "The demo has expired", FailureClass.Auth, "company-expired")]
    [InlineData("BL34000061", "Another Customer with the given value(s) Ana Lund already exists", FailureClass.Conflict, "BL34000061")]
    [InlineData("PL01000127", "Document number missing", FailureClass.Permanent, "PL01000127")]
    [InlineData("Query Failed", "Field COLOUR is not valid for object CUSTOMER", FailureClass.Permanent, "field-unknown")]
    [InlineData("Query Failed", "Something else", FailureClass.Permanent, "query-failed")]
    [InlineData("Query Failed", "The resultId x does not belong to this session", FailureClass.Transient, "result-lost")]
    [InlineData("BL99999999", "Whatever", FailureClass.Permanent, "BL99999999")]
    [InlineData("XL03000009", "rolled back", FailureClass.Transient, "XL03000009")]
    public async Task Of_the_function(string number, string text, FailureClass kind, string code)
    {
        Script(Intacct.Failure(number, text));
        var failure = await FailureOf(() => intacct.QueryAsync(Look));
        Assert.Equal((kind, code, "query CUSTOMER"), (failure.Class, failure.Code, failure.Operation));
        Assert.DoesNotContain("Ana Lund", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_follow_on_and_what_was_done_before_do_not_hide_the_cause()
    {
        Script("""
            <result><status>aborted</status><function>query</function><controlid>other</controlid><errormessage><error><errorno>XL03000009</errorno></error></errormessage></result>
            <result><status>failure</status><function>query</function><controlid>{id}</controlid><data listtype="objects" count="1"><customer><RECORDNO>1</RECORDNO></customer></data>
            <errormessage><error><errorno>BL01001973</errorno><description2>Could not create Customer record.</description2></error>
            <error><errorno>PL04000005</errorno><description2>No &lt;b&gt;right&lt;/b&gt; &amp;amp; no way [Support ID: Ab12%7Ex]</description2></error></errormessage></result>
            """);
        var failure = await FailureOf(() => intacct.QueryAsync(Look));
        Assert.Equal(("permission-denied", "No right & no way"), (failure.Code, failure.Message));
    }

    [Theory]
    [InlineData(
        429, "<response><control><status>failure</status></control><errormessage><error><errorno>GW-0010</errorno></error></errormessage></response>",
        FailureClass.Throttled, "GW-0010")]
    [InlineData(
        400, "<response><control><status>failure</status></control><errormessage><error><errorno>GW-0011</errorno></error></errormessage></response>",
        FailureClass.Permanent, "GW-0011")]
    [InlineData(503, "<!DOCTYPE html><html><body>Down</body></html>", FailureClass.Transient, "maintenance")]
    [InlineData(502, "<html></html>", FailureClass.Transient, "http-502")]
    [InlineData(524, "", FailureClass.Transient, "http-524")]
    [InlineData(404, "", FailureClass.Auth, "http-404")]
    [InlineData(302, "", FailureClass.Auth, "http-302")]
    [InlineData(200, "", FailureClass.Transient, "malformed-answer")]
    [InlineData(400, "<html><body>Bad Request</body></html>", FailureClass.Transient, "malformed-answer")]
    [InlineData(422, "<response><control><status>fail", FailureClass.Transient, "malformed-answer")]
    [InlineData(200, "{}", FailureClass.Transient, "malformed-answer")]
    [InlineData(200, "<!DOCTYPE html><html><body>Sign in</body></html>", FailureClass.Transient, "malformed-answer")]
    [InlineData(
        200, "<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\" \"x.dtd\"><html/>",
        FailureClass.Transient, "malformed-answer")]
    [InlineData(200, "<response><control>", FailureClass.Transient, "malformed-answer")]
    [InlineData(200, "<reply/>", FailureClass.Transient, "malformed-answer")]
    public async Task Of_what_stands_before_the_gateway(int status, string body, FailureClass kind, string code)
    {
        server.Otherwise = _ => (status, body);
        var failure = await FailureOf(() => intacct.QueryAsync(Look));
        Assert.Equal((kind, code), (failure.Class, failure.Code));
    }

    /// <summary>A reading would end early, and what lies behind would seem deleted.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("<data/>")]
    [InlineData("<data count=\"0\" totalcount=\"9\"/>")]
    [InlineData("<data count=\"0\" totalcount=\"9\" numremaining=\"9\"/>")]
    [InlineData("<data numremaining=\"many\"><CUSTOMER><RECORDNO>1</RECORDNO></CUSTOMER></data>")]
    public async Task A_page_that_does_not_say_what_is_left_is_none(string data)
    {
        Script("<result><status>success</status><function>query</function><controlid>{id}</controlid>" + data + "</result>");
        Assert.Equal("malformed-answer", (await FailureOf(() => intacct.QueryAsync(Look))).Code);
    }

    [Fact]
    public async Task An_answer_to_another_request_is_none()
    {
        Script("<result><status>success</status><function>query</function><controlid>of-somebody-else</controlid><data/></result>");
        Assert.Equal("malformed-answer", (await FailureOf(() => intacct.QueryAsync(Look))).Code);
    }

    private void Script(string result) => server.Otherwise = request => (200, Intacct.Answer(
        request, request.Body.Contains("getAPISession", StringComparison.Ordinal) ? Intacct.Session(server.Address) : result));
}
