using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Isthmus.Sandbox.Tests.Intacct;

public sealed class When_records_are_read : IntacctTest
{
    [Fact]
    public async Task A_query_pages_filters_orders_and_reaches_the_contact()
    {
        await PutAsync("CUSTOMER", Enumerable.Range(1, 25).Select(at => (object)new
        {
            CUSTOMERID = $"C{at:00}", NAME = $"Customer {at}", STATUS = at % 5 == 0 ? "inactive" : "active",
                DISPLAYCONTACT = new { EMAIL1 = $"c{at}@example.net" },
        }).ToArray());
        var answer = await CallAsync("""
            <query><object>CUSTOMER</object><select><field>CUSTOMERID</field><field>DISPLAYCONTACT.EMAIL1</field></select>
            <filter><and><equalto><field>STATUS</field><value>active</value></equalto><greaterthan><field>CUSTOMERID</field><value>C03</value></greaterthan></and></filter>
            <orderby><order><field>CUSTOMERID</field><descending/></order></orderby><pagesize>4</pagesize><offset>2</offset></query>
            """);
        var data = answer.Descendants("data").Single();
        Assert.Equal(("CUSTOMER", "17", "2", "4", "11"), (data.Attribute("listtype")!.Value, data.Attribute("totalcount")!.Value,
            data.Attribute("offset")!.Value, data.Attribute("count")!.Value, data.Attribute("numremaining")!.Value));
        Assert.Equal(["C22", "C21", "C19", "C18"], data.Elements().Select(row => row.Element("CUSTOMERID")!.Value));
        Assert.Equal("c22@example.net", data.Elements().First().Element("DISPLAYCONTACT.EMAIL1")!.Value);
    }

    [Fact]
    public async Task Pages_of_a_query_move_and_those_of_a_stored_result_do_not()
    {
        await PutAsync("CLASS", Enumerable.Range(1, 5).Select(at => (object)new { CLASSID = $"K{at}", NAME = "Class" }).ToArray());
        var (session, endpoint) = await SignInAsync();
        Task<XElement> In(string body) => SendAsync(Request($"<sessionid>{session}</sessionid>", Function(body)), endpoint);
        var first = (await In("<readByQuery><object>CLASS</object><query/><fields>CLASSID</fields><pagesize>2</pagesize></readByQuery>"))
            .Descendants("data").Single();
        await PutAsync("CLASS", new Dictionary<string, object> { ["$delete"] = new[] { "K1" } });
        var more = await In($"<readMore><resultId>{first.Attribute("resultId")!.Value}</resultId></readMore>");
        Assert.Equal(["K3", "K4"], more.Descendants("CLASSID").Select(id => id.Value));
        Assert.Equal("class", more.Descendants("data").Single().Elements().First().Name.LocalName);
        var moved = await In(
            "<query><object>CLASS</object><select><field>CLASSID</field></select><pagesize>2</pagesize><offset>2</offset></query>");
        Assert.Equal(["K4", "K5"], moved.Descendants("CLASSID").Select(id => id.Value));
        Assert.Equal("failure",
            Status(await CallAsync($"<readMore><resultId>{first.Attribute("resultId")!.Value}</resultId></readMore>"), "result"));
    }

    [Fact]
    public async Task Moments_are_in_the_user_s_zone_and_form()
    {
        await SetAsync(new { timeZone = "America/New_York", dateFormat = "-Ymd", hours = 12 });
        await PutAsync("CUSTOMER", new Dictionary<string, object>
        {
            ["CUSTOMERID"] = "C1", ["NAME"] = "One", ["$modified"] = "2026-07-01T17:05:09Z",
        });
        var answer = await CallAsync("<query><object>CUSTOMER</object><select><field>WHENMODIFIED</field></select></query>");
        Assert.Equal("2026-07-01 01:05:09 PM", answer.Descendants("WHENMODIFIED").Single().Value);
        var formatting = (await CallAsync("<readUserFormatting><userId>zsync</userId></readUserFormatting>")).Descendants("userformatting")
            .Single();
        Assert.Equal(("-Ymd", "12"), (formatting.Element("dateformat")!.Value, formatting.Element("clock")!.Value));
    }

    [Fact]
    public async Task A_row_that_nobody_edited_has_no_stamp_and_no_stretch_of_time_finds_it()
    {
        await PutAsync("VENDOR", new Dictionary<string, object> { ["VENDORID"] = "V1", ["NAME"] = "Old", ["$neverEdited"] = true });
        const string All = "<filter><greaterthanorequalto><field>WHENMODIFIED</field><value>01/01/2000 00:00:00</value>"
            + "</greaterthanorequalto></filter>";
        Assert.Empty((await CallAsync($"<query><object>VENDOR</object><select><field>VENDORID</field></select>{All}</query>"))
            .Descendants("VENDORID"));
        Assert.Single((await CallAsync("<query><object>VENDOR</object><select><field>VENDORID</field></select></query>"))
            .Descendants("VENDORID"));
    }

    [Fact]
    public async Task What_was_deleted_stands_in_the_audit_history()
    {
        await PutAsync("CUSTOMER", new { CUSTOMERID = "C1", NAME = "Gone" });
        await PutAsync("CUSTOMER", new Dictionary<string, object> { ["$delete"] = new[] { "C1" } });
        const string Look = "<query><object>AUDITHISTORY</object><select><field>OBJECTKEY</field></select>"
            + "<filter><and><equalto><field>OBJECTTYPE</field>"
            + "<value>customer</value></equalto><equalto><field>ACCESSMODE</field><value>D</value></equalto></and></filter></query>";
        Assert.Single((await CallAsync(Look)).Descendants("OBJECTKEY"));
        await SetAsync(new { audit = false });
        Assert.Equal("PL04000005", Error(await CallAsync(Look)));
    }

    [Theory]
    [InlineData("<query><object>CUSTOMER</object><select><field>COLOUR</field></select></query>")]
    [InlineData("<query><object>CUSTOMERS</object><select><field>RECORDNO</field></select></query>")]
    [InlineData("<query><object>CUSTOMER</object><select><field>RECORDNO</field></select><pagesize>2001</pagesize></query>")]
    [InlineData("<readByQuery><object>CUSTOMER</object><query>NAME ~ 'x'</query></readByQuery>")]
    [InlineData("<readByQuery><object>CUSTOMER</object><query>NAME = 'x</query></readByQuery>")]
    [InlineData("<query><object>CUSTOMER</object><select><field>RECORDNO</field></select>"
        + "<filter><equalto><field>WHENMODIFIED</field><value>yesterday</value></equalto></filter></query>")]
    public async Task What_cannot_be_read_fails_in_the_result(string body)
    {
        var answer = await CallAsync(body);
        Assert.Equal(("success", "success", "failure"),
            (Status(answer, "control"), Status(answer, "authentication"), Status(answer, "result")));
    }

    [Theory]
    [InlineData("STATUS = 'active' AND (NAME like '%pump%' OR CUSTOMERID in ('C2','C9'))", "C1 C2")]
    [InlineData("NAME = 'O\\'Hara'", "C3")]
    [InlineData("CUSTTYPE IS NULL AND CUSTOMERID != 'C2'", "C1 C3")]
    public async Task The_older_query_is_understood(string query, string found)
    {
        await PutAsync("CUSTOMER", new { CUSTOMERID = "C1", NAME = "Harbor pump" }, new { CUSTOMERID = "C2", NAME = "Lund & Sons" },
            new { CUSTOMERID = "C3", NAME = "O'Hara" });
        var body = new XElement("readByQuery", new XElement("object", "CUSTOMER"), new XElement("fields", "CUSTOMERID"),
            new XElement("query", query));
        var answer = await CallAsync(body.ToString());
        Assert.Equal(found, string.Join(' ', answer.Descendants("CUSTOMERID").Select(id => id.Value)));
    }

    [Fact]
    public async Task A_change_can_stay_invisible_for_a_while()
    {
        await SetAsync(new { lagSeconds = 600 });
        await PutAsync("CUSTOMER", new { CUSTOMERID = "C1", NAME = "Late" });
        const string Look = "<query><object>CUSTOMER</object><select><field>CUSTOMERID</field></select></query>";
        Assert.Empty((await CallAsync(Look)).Descendants("CUSTOMERID"));
        await Sandbox.PostAsync("/_sandbox/clock", new { advanceSeconds = 601 });
        Assert.Single((await CallAsync(Look)).Descendants("CUSTOMERID"));
    }

    private Task<JsonNode> SetAsync(object settings) =>
        Sandbox.PostAsync("/_sandbox/settings", new Dictionary<string, object> { ["sage-intacct"] = settings });
}
