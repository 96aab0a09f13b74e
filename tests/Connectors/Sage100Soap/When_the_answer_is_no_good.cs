using Isthmus.Connectors.Tests.Support;
using Isthmus.Core.Failures;
using static Isthmus.Connectors.Tests.Sage100Soap.SoapConnection;
using static Isthmus.Connectors.Tests.Support.Failing;

namespace Isthmus.Connectors.Tests.Sage100Soap;

public sealed class When_the_answer_is_no_good : IAsyncLifetime
{
    private const string Bomb = """
        <?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">
        <!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;"><!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;">]>
        <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><r>&e;</r></s:Body></s:Envelope>
        """;

    private ScriptedServer server = null!;

    public async Task InitializeAsync() => server = await ScriptedServer.StartAsync();

    public async Task DisposeAsync() => await server.DisposeAsync();

    public static TheoryData<string> Bad => new()
    {
        Bomb,
        """<!DOCTYPE r [<!ENTITY f SYSTEM "file:///etc/passwd">]><s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><r>&f;</r></s:Body></s:Envelope>""",
        "<html><body>Sign in</body></html>",
        "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body><r>",
        "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'/>",
        "<s:Envelope xmlns:s='http://www.w3.org/2003/05/soap-envelope'><s:Body><r/></s:Body></s:Envelope>",
        """{"data":[]}""",
        "",
        SmallWsdl.Answer(string.Concat(Enumerable.Repeat("<a>", 100_000)) + string.Concat(Enumerable.Repeat("</a>", 100_000))),
        SmallWsdl.Answer("<r>\u0001</r>"),
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task It_is_tried_again_and_nothing_of_it_is_read(string body)
    {
        server.Otherwise = request => (200, request.Method == "GET" ? SmallWsdl.Text() : body);
        var failure = await FailureOf(() => Client(server.Address, ("Limits:Retries", "1")).ReadAsync("AR_Customer", Customer));
        Assert.Equal((FailureClass.Transient, "malformed-answer", false), (failure.Class, failure.Code, failure.EffectUnknown));
        Assert.Equal(2, server.Requests.Count(request => request.Method == "POST"));
    }

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task So_is_a_WSDL_that_is_none_without_any_call(string body)
    {
        server.Otherwise = _ => (200, body);
        var failure = await FailureOf(() => Client(server.Address, ("Limits:Retries", "0")).ReadAsync("AR_Customer", Customer));
        Assert.Equal("no-contract", failure.Code);
        Assert.DoesNotContain(server.Requests, request => request.Method == "POST");
    }

    [Fact]
    public async Task One_that_is_too_long_is_not_read_to_its_end()
    {
        server.Otherwise = request => (200, request.Method == "GET" ? SmallWsdl.Text() : SmallWsdl.Answer($"<r>{new string('x', 100_000)}</r>"));
        var failure = await FailureOf(() => Client(server.Address, ("Limits:LargestAnswer", "50000")).ReadAsync("AR_Customer", Customer));
        Assert.Equal((FailureClass.Permanent, "answer-too-large"), (failure.Class, failure.Code));
    }

    [Theory]
    [InlineData(401, "refused-by-iis", FailureClass.Auth)]
    [InlineData(404, "no-service", FailureClass.Auth)]
    [InlineData(400, "malformed-answer", FailureClass.Transient)]
    [InlineData(415, "http-415", FailureClass.Bug)]
    [InlineData(500, "malformed-answer", FailureClass.Transient)]
    public async Task What_the_web_server_says_itself_is_told_apart(int status, string code, FailureClass expected)
    {
        server.Otherwise = request => request.Method == "GET" ? (200, SmallWsdl.Text()) : (status, "<html>no</html>");
        var failure = await FailureOf(() => Client(server.Address, ("Limits:Retries", "0")).ReadAsync("AR_Customer", Customer));
        Assert.Equal((expected, code), (failure.Class, failure.Code));
    }

    [Theory]
    [InlineData("'new password' is not valid")]
    [InlineData("'Company X is not ours' is not valid")]
    [InlineData("'internal error' is not valid")]
    public async Task The_words_of_a_refused_value_are_no_words_about_the_connection(string words)
    {
        server.Otherwise = request => request.Method == "GET" ? (200, SmallWsdl.Text()) : (500, SmallWsdl.Answer(
            "<s:Fault xmlns:s=\"" + SmallWsdl.Envelope + "\"><faultcode>WS_Fault</faultcode>"
            + $"<faultstring>Could not set AR_Customer_bus column Comment: {words}</faultstring></s:Fault>"));
        var failure = await FailureOf(() => Client(server.Address).ReadAsync("AR_Customer", Customer));
        Assert.Equal((FailureClass.Validation, "Comment"), (failure.Class, failure.Field));
    }

    [Fact]
    public async Task A_fault_keeps_what_it_says_of_people_to_itself()
    {
        server.Otherwise = request => request.Method == "GET" ? (200, SmallWsdl.Text()) : (500, SmallWsdl.Answer(
            "<s:Fault xmlns:s=\"" + SmallWsdl.Envelope + "\"><faultcode>WS_Fault</faultcode>"
            + "<faultstring>Could not set AR_Customer_bus column EmailAddress: 'ana@example.net' is not valid</faultstring></s:Fault>"));
        var failure = await FailureOf(() => Client(server.Address).ReadAsync("AR_Customer", Customer));
        Assert.DoesNotContain("ana@", failure.Message);
        Assert.Equal((FailureClass.Validation, "EmailAddress"), (failure.Class, failure.Field));
    }
}
