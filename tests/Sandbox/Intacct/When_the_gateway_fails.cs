using System.Net;
using System.Text;
using System.Xml.Linq;

namespace Isthmus.Sandbox.Tests.Intacct;

public sealed class When_the_gateway_fails : IntacctTest
{
    [Theory]
    [InlineData(429, "application/xml", "GW-0010")]
    [InlineData(400, "application/xml", "GW-0011")]
    [InlineData(503, "text/html", "503")]
    public async Task What_stands_before_it_answers_in_its_own_way(int status, string type, string text)
    {
        await Sandbox.PostAsync("/_sandbox/faults", new { vendor = "sage-intacct", kind = "status", status, count = 1 });
        using var answer = await PostAsync(Request(Login, Function("<getAPISession/>")).ToString());
        Assert.Equal(((HttpStatusCode)status, type), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.Contains(text, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not xml")]
    [InlineData("<request>")]
    [InlineData("<!DOCTYPE r [<!ENTITY a \"aaaa\">]><request>&a;</request>")]
    public async Task What_does_not_parse_fails_at_the_control(string body)
    {
        using var answer = await PostAsync(body);
        var response = XElement.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal((HttpStatusCode.OK, "failure", "XL03000003"), (answer.StatusCode, Status(response, "control"), Error(response)));
    }

    [Fact]
    public async Task A_function_of_an_object_can_be_made_to_fail()
    {
        await Sandbox.PostAsync("/_sandbox/faults",
            new { vendor = "sage-intacct", kind = "status", match = "query VENDOR", status = 200, code = "BL03000001", count = 1 });
        Assert.Equal("success",
            Status(await CallAsync("<query><object>CUSTOMER</object><select><field>RECORDNO</field></select></query>"), "result"));
        Assert.Equal("BL03000001",
            Error(await CallAsync("<query><object>VENDOR</object><select><field>RECORDNO</field></select></query>")));
    }

    [Fact]
    public async Task A_request_can_be_made_to_fail_as_a_whole()
    {
        await Sandbox.PostAsync("/_sandbox/faults",
            new { vendor = "sage-intacct", kind = "status", match = "control", status = 200, code = "XL03000009", count = 1 });
        var answer = await CallAsync("<getAPISession/>");
        Assert.Equal(("failure", "XL03000009"), (Status(answer, "control"), Error(answer)));
        Assert.Equal("success", Status(await CallAsync("<getAPISession/>"), "result"));
    }

    [Fact]
    public async Task Messages_carry_entities_and_an_id_for_the_support()
    {
        await Sandbox.PostAsync("/_sandbox/settings", new Dictionary<string, object> { ["sage-intacct"] = new { supportIds = true } });
        var answer = await CallAsync(
            "<create><CUSTOMER><CUSTOMERID>C9</CUSTOMERID><NAME>N</NAME><CUSTTYPE>A &amp; B</CUSTTYPE></CUSTOMER></create>");
        var text = answer.Descendants("description2").First().Value;
        Assert.Contains("A &amp; B", text, StringComparison.Ordinal);
        Assert.Contains("[Support ID: ", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_forgets_nothing_over_a_restart()
    {
        using var folder = new Isthmus.Tests.Support.TemporaryFolder();
        await using (var first = await Hosting.SandboxServer.StartAsync("--state", folder.Path))
        {
            await first.PostAsync("/_sandbox/sage-intacct/fields/CUSTOMER", new[] { new { name = "REGION:40" } });
            await first.PostAsync("/_sandbox/sage-intacct/objects/CUSTOMER",
                new[] { new { CUSTOMERID = "C1", NAME = "Kept", REGION = "Nord" } });
        }
        await using var second = await Hosting.SandboxServer.StartAsync("--state", folder.Path);
        var kept = (await second.GetAsync("/_sandbox/ledger"))["sage-intacct"]!["CUSTOMER"]![0]!["values"]!;
        Assert.Equal(("Kept", "Nord"), (kept["NAME"]!.GetValue<string>(), kept["REGION"]!.GetValue<string>()));
        await second.PostAsync("/_sandbox/sage-intacct/objects/CUSTOMER", new[] { new { CUSTOMERID = "C1", REGION = "Sued" } });
    }

    private Task<HttpResponseMessage> PostAsync(string body) =>
        Sandbox.Http.PostAsync(Gateway, new StringContent(body, Encoding.UTF8, "application/xml"));
}
