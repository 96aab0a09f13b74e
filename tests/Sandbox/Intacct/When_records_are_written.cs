namespace Isthmus.Sandbox.Tests.Intacct;

public sealed class When_records_are_written : IntacctTest
{
    private const string One = "<create><CUSTOMER><CUSTOMERID>C1</CUSTOMERID><NAME>Harbor</NAME></CUSTOMER></create>";

    [Fact]
    public async Task Success_tells_keys_in_lower_case_and_a_contact_is_made_with_it()
    {
        var data = (await CallAsync(One)).Descendants("data").Single();
        Assert.Equal(("objects", "customer"), (data.Attribute("listtype")!.Value, data.Elements().Single().Name.LocalName));
        var contact = await CallAsync(
            "<query><object>CONTACT</object><select><field>CONTACTNAME</field><field>PRINTAS</field></select></query>");
        Assert.Equal(("Harbor(CC1)", "Harbor"),
            (contact.Descendants("CONTACTNAME").Single().Value, contact.Descendants("PRINTAS").Single().Value));
    }

    [Fact]
    public async Task Of_two_in_one_function_the_good_one_is_stored_although_the_function_fails()
    {
        await CallAsync(One);
        var answer = await CallAsync(
            "<create><CUSTOMER><CUSTOMERID>C1</CUSTOMERID><NAME>Again</NAME></CUSTOMER>"
            + "<CUSTOMER><CUSTOMERID>C2</CUSTOMERID><NAME>New</NAME></CUSTOMER></create>");
        Assert.Equal("failure", Status(answer, "result"));
        Assert.Equal(["BL34000061", "BL01001973"], answer.Descendants("errorno").Select(number => number.Value));
        Assert.Equal("C2", answer.Descendants("customer").Single().Element("CUSTOMERID")!.Value);
    }

    [Fact]
    public async Task A_transaction_is_all_or_nothing_and_its_neighbours_are_aborted()
    {
        var content = Function(One, "a") + Function("<create><CLASS><CLASSID>K</CLASSID></CLASS></create>", "b");
        var answer = await SendAsync(Request(Login, content, transaction: "true"));
        var results = answer.Descendants("result").ToList();
        Assert.Equal(["aborted", "failure"], results.Select(result => result.Element("status")!.Value));
        Assert.Equal("XL03000009", results[0].Descendants("errorno").Single().Value);
        Assert.Empty((await CallAsync("<query><object>CUSTOMER</object><select><field>RECORDNO</field></select></query>"))
            .Descendants("RECORDNO"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<uniqueid>true</uniqueid>")]
    public async Task A_function_is_done_once_unless_the_request_says_otherwise(string unique)
    {
        const string Read = "<read><object>CUSTOMER</object><keys>1</keys></read>";
        Assert.Equal("success", Status(await SendAsync(Request(Login, Function(Read), unique)), "result"));
        Assert.Equal("failure", Status(await SendAsync(Request(Login, Function(Read), unique)), "result"));
        Assert.Equal("success", Status(await SendAsync(Request(Login, Function(Read))), "result"));
    }

    [Theory]
    [InlineData("<CUSTOMER><CUSTOMERID>C9</CUSTOMERID></CUSTOMER>")]
    [InlineData("<CUSTOMER><CUSTOMERID>C9</CUSTOMERID><NAME>N</NAME><COLOUR>red</COLOUR></CUSTOMER>")]
    [InlineData("<CUSTOMER><CUSTOMERID>C9</CUSTOMERID><NAME>N</NAME><STATUS>asleep</STATUS></CUSTOMER>")]
    [InlineData("<CUSTOMER><CUSTOMERID>C9</CUSTOMERID><NAME>N</NAME><CUSTTYPE>None such</CUSTTYPE></CUSTOMER>")]
    [InlineData("<CUSTOMER><CUSTOMERID>C9</CUSTOMERID><NAME>N</NAME><PARENTID>NOBODY</PARENTID></CUSTOMER>")]
    [InlineData("<AUDITHISTORY><ID>1</ID></AUDITHISTORY>")]
    public async Task What_the_books_do_not_take_is_refused(string body) =>
        Assert.Equal("failure", Status(await CallAsync($"<create>{body}</create>"), "result"));

    [Fact]
    public async Task A_contact_that_changes_leaves_no_stamp_on_its_customer()
    {
        await PutAsync("CUSTOMER", new { CUSTOMERID = "C1", NAME = "Harbor" });
        var before = await StampAsync();
        await Sandbox.PostAsync("/_sandbox/clock", new { advanceSeconds = 60 });
        await PutAsync("CONTACT", new { CONTACTNAME = "Harbor(CC1)", PHONE1 = "555" });
        Assert.Equal(before, await StampAsync());
        await PutAsync("CUSTOMER", new { CUSTOMERID = "C1", COMMENTS = "x" });
        Assert.NotEqual(before, await StampAsync());
    }

    [Fact]
    public async Task An_invoice_needs_the_dimensions_that_its_account_demands()
    {
        await PutAsync("CUSTOMER", new { CUSTOMERID = "C1", NAME = "Harbor" });
        await PutAsync("GLACCOUNT",
            new { ACCOUNTNO = "4000", TITLE = "Sales", ACCOUNTTYPE = "incomestatement", NORMALBALANCE = "credit",
            CLOSINGTYPE = "closing account", REQUIRELOC = true });
        static string Invoice(string line) =>
            "<create_invoice><customerid>C1</customerid><datecreated><year>2026</year><month>03</month><day>09</day></datecreated>"
            + $"<invoiceno>I1</invoiceno><invoiceitems><lineitem><glaccountno>4000</glaccountno><amount>51.00</amount>{line}</lineitem>"
            + "</invoiceitems></create_invoice>";
        Assert.Equal("failure", Status(await CallAsync(Invoice("")), "result"));
        Assert.NotEmpty((await CallAsync(Invoice("<locationid>100</locationid>"))).Descendants("key").Single().Value);
    }

    [Fact]
    public async Task An_invoice_from_order_entry_is_made_anew_when_its_document_is_edited()
    {
        await PutAsync("CUSTOMER", new { CUSTOMERID = "C1", NAME = "Harbor" });
        var first = await Sandbox.PostAsync("/_sandbox/sage-intacct/order-entry", new { document = "SO-1", customer = "C1", total = 10 });
        var second = await Sandbox.PostAsync("/_sandbox/sage-intacct/order-entry", new { document = "SO-1", customer = "C1", total = 12 });
        Assert.NotEqual(first["record"]!.GetValue<long>(), second["record"]!.GetValue<long>());
        Assert.Equal("12.00",
            (await CallAsync("<query><object>ARINVOICE</object><select><field>TOTALDUE</field></select></query>")).Descendants("TOTALDUE")
            .Single().Value);
    }

    private async Task<string> StampAsync() =>
        (await CallAsync("<query><object>CUSTOMER</object><select><field>WHENMODIFIED</field></select></query>"))
        .Descendants("WHENMODIFIED").Single().Value;
}
