using System.Net;
using System.Text;
using System.Text.Json;
using Isthmus.Flows.Tests.Support;
using static Isthmus.Flows.Tests.IntacctToCrm.IntacctDesk;

namespace Isthmus.Flows.Tests.IntacctToCrm;

/// <summary>What operators are told, and that nothing of it reaches the CRM.</summary>
public sealed class When_Intacct_answers_badly
{
    private const string Flow = "intacct-customers";

    private static readonly (string Body, string Said, string Cure)[] Answers =
    [
        ("<!DOCTYPE r [<!ENTITY l \"lol\"><!ENTITY m \"&l;&l;&l;&l;&l;&l;&l;\">]><response>&m;</response>",
            "it was not read", "Find out who answers"),
        ("<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><response>&x;</response>", "it was not read", "Find out who answers"),
        (string.Concat(Enumerable.Repeat("<a>", 5_000)), "it was not read", "Find out who answers"),
        ("<response><control><status>success", "is not the XML that was expected", "a proxy or login page"),
        ("<!DOCTYPE html><html><body>Sign in</body></html>", "is not the XML that was expected", "a proxy or login page"),
        ("{\"data\":[]}", "is not the XML that was expected", "a proxy or login page"),
        ("", "is not the XML that was expected", "a proxy or login page"),
    ];

    [Fact]
    public async Task What_is_no_answer_of_the_gateway_is_told_with_its_cure_and_the_flow_goes_on_behind_it()
    {
        string? body = null;
        await using var sandbox = World.BuildSandbox();
        await sandbox.StartAsync();
        await using var desk = new IntacctDesk(await World.StartBesideAsync(
            sandbox, () => new Impostor(() => body), [.. Settings, ("Isthmus:Connections:sage-intacct:Limits:Retries", "0"),
            ("Isthmus:Connections:sage-intacct:Limits:BreakerCalls", "1000")]));
        await desk.FurnishAsync();
        await desk.PutAsync("CUSTOMER", new { CUSTOMERID = "C1", NAME = "Harbor" });
        foreach (var (bad, said, cure) in Answers)
        {
            body = bad;
            await Assert.ThrowsAsync<InvalidOperationException>(() => desk.LookAsync(Flow));
            var why = await WhyAsync(desk);
            Assert.Contains(said, why, StringComparison.Ordinal);
            Assert.Contains(cure, why, StringComparison.Ordinal);
        }
        Assert.Empty(await desk.InCrmAsync("Accounts"));
        Assert.Empty(await desk.LettersAsync());
        body = null;
        Assert.Equal("1 1 0 0 0", await desk.LookAsync(Flow));
    }

    [Theory]
    [InlineData("{}", "other-co", "does not accept company 'other-co', user 'zsync'", "Check Company and User")]
    [InlineData("{}", "HARBOR-CO", "does not accept company 'HARBOR-CO', user 'zsync'", "upper and lower case count")]
    [InlineData("{\"userPassword\":\"changed\"}", "harbor-co", "that user's password", "./run secret set intacct-user-password")]
    [InlineData("{\"passwordExpired\":true}", "harbor-co", "its password has run out", "./run secret set intacct-user-password")]
    [InlineData("{\"senderAuthorised\":false}", "harbor-co", "Company 'harbor-co' has not authorised", "Web Services authorisations")]
    public async Task Who_is_not_let_in_is_told_why_and_no_record_fails(string there, string company, string said, string cure)
    {
        await using var desk = await StartAsync(("Isthmus:Connections:sage-intacct:Company", company));
        await desk.SetAsync(JsonElement.Parse(there));
        await desk.PutAsync("CUSTOMER", new { CUSTOMERID = "C1", NAME = "Harbor" });
        await Assert.ThrowsAsync<InvalidOperationException>(() => desk.LookAsync(Flow));
        var circuit = await desk.World.CircuitAsync("sage-intacct", "paused");
        Assert.Contains(said, Text(circuit, "reason"), StringComparison.Ordinal);
        Assert.Contains(cure, Text(circuit, "cure"), StringComparison.Ordinal);
        Assert.Empty(await desk.LettersAsync());
    }

    [Fact]
    public async Task What_the_CRM_s_field_cannot_hold_is_named_with_its_length_and_its_cure()
    {
        await using var desk = await StartAsync();
        var email = new string('a', 120) + "@lund.example";
        await desk.PutAsync("CUSTOMER", new { CUSTOMERID = "C1", NAME = "Harbor" });
        await desk.PutAsync("VENDOR", new { VENDORID = "V1", NAME = "Supply", DISPLAYCONTACT = new { EMAIL1 = email } });
        await desk.PutAsync("CONTACT", new { CONTACTNAME = "Harbor(CC1)", EMAIL1 = email });
        await desk.LookAsync(Flow, full: true);
        Assert.Equal("1 0 0 0 1", await desk.LookAsync("intacct-vendors", full: true));
        Assert.Equal("1 0 0 0 1", await desk.LookAsync("intacct-contacts", full: true));
        var letters = await desk.LettersAsync();
        Assert.Equal(2, letters.Count);
        foreach (var failure in letters.Select(letter => letter.GetProperty("failure")))
        {
            Assert.Contains("EMAIL1", failure.ToString(), StringComparison.Ordinal);
            Assert.Contains("133 characters; the target holds 100", Text(failure, "message"), StringComparison.Ordinal);
            Assert.Contains("Shorten it in the source", failure.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain("@lund.example", failure.ToString(), StringComparison.Ordinal);
        }
    }

    private static async Task<string?> WhyAsync(IntacctDesk desk) => Text(
        (await desk.GetAsync("/api/master-data")).EnumerateArray().Single(flow => Text(flow, "name") == Flow), "why");

    /// <summary>Answers in the gateway's place while it has something to say.</summary>
    private sealed class Impostor(Func<string?> body) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            body() is { } text && request.RequestUri!.AbsolutePath.EndsWith("xmlgw.phtml", StringComparison.Ordinal)
                ? Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
                {
                    Content = new StringContent(text, Encoding.UTF8, "application/xml"), RequestMessage = request,
                })
                : base.SendAsync(request, cancellationToken);
    }
}
