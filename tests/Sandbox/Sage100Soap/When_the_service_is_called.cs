using System.Text;
using System.Xml.Linq;

namespace Isthmus.Sandbox.Tests.Sage100Soap;

public sealed class When_the_service_is_called : Sage100.Agent
{
    private const string Space = "http://mas90.sage.com/ws";
    private const string Logon = "<logon><Password>soap-sandbox-secret</Password><Username>zsync</Username></logon>";
    private const string In = Logon + "<companyCode>ABC</companyCode>";

    [Fact]
    public async Task A_member_out_of_order_is_dropped_without_a_word()
    {
        var (status, _) = await CreateAsync(
            "<ARDivisionNo>01</ARDivisionNo><CustomerName>Harbor</CustomerName><CustomerNo>C1</CustomerNo><City>Portland</City><State>OR</State>");
        Assert.Equal(200, status);
        var customer = await ReadAsync("AR_Customer", new { ARDivisionNo = "01", CustomerNo = "C1" });
        Assert.Equal(("", "OR"), (Text(customer, "City"), Text(customer, "State")));
    }

    [Fact]
    public async Task A_member_of_another_namespace_is_dropped_too()
    {
        await CreateAsync(
            "<ARDivisionNo>01</ARDivisionNo><City xmlns=\"urn:x\">Portland</City><CustomerName>Harbor</CustomerName><CustomerNo>C1</CustomerNo>");
        Assert.Equal("", Text(await ReadAsync("AR_Customer", new { ARDivisionNo = "01", CustomerNo = "C1" }), "City"));
    }

    [Fact]
    public async Task A_password_behind_the_user_is_not_read()
    {
        var (status, fault) = await CallAsync("GetNextCustomerNo",
            "<logon><Username>zsync</Username><Password>soap-sandbox-secret</Password></logon><companyCode>ABC</companyCode>");
        Assert.Equal((500, "WS_Logon"), (status, Code(fault)));
    }

    [Fact]
    public async Task Keys_come_back_as_Sage_keeps_them()
    {
        await CreateAsync("<ARDivisionNo>1</ARDivisionNo><CustomerName>Harbor</CustomerName><CustomerNo>harb01</CustomerNo>");
        var (_, answer) = await CallAsync("GetCustomer", In + "<arDivisionNo>1</arDivisionNo><customerNo>Harb01</customerNo>");
        var result = answer.Elements().Single();
        Assert.Equal(("01", "HARB01"), (Value(result, "ARDivisionNo"), Value(result, "CustomerNo")));
    }

    [Fact]
    public async Task A_read_only_member_may_come_back_only_as_it_was()
    {
        await CreateAsync("<ARDivisionNo>01</ARDivisionNo><CustomerName>Harbor</CustomerName><CustomerNo>C1</CustomerNo>");
        var (_, read) = await CallAsync("GetCustomer", In + "<arDivisionNo>01</arDivisionNo><customerNo>C1</customerNo>");
        var whole = string.Concat(read.Elements().Single().Elements());
        Assert.Equal(200, (await CallAsync("UpdateCustomer", $"{In}<customer>{whole}</customer>")).Status);
        var moved = whole.Replace(Value(read.Elements().Single(), "DateTimeCreated"), "2001-01-01T00:00:00");
        var (status, fault) = await CallAsync("UpdateCustomer", $"{In}<customer>{moved}</customer>");
        Assert.Equal((500, "DateTimeCreated is read only"), (status, fault.Descendants(XName.Get("ErrorMessage", Space)).Single().Value));
    }

    [Fact]
    public async Task A_counter_goes_on_whether_its_number_is_used_or_not()
    {
        var first = (await CallAsync("GetNextSalesOrderNo", In)).Answer.Value;
        Assert.True(string.CompareOrdinal((await CallAsync("GetNextSalesOrderNo", In)).Answer.Value, first) > 0);
    }

    [Fact]
    public async Task An_action_of_another_contract_is_not_known()
    {
        await Sandbox.PostAsync("/_sandbox/settings", new Dictionary<string, object> { ["sage-100"] = new { soap = new { contract = "IOther" } } });
        var (status, fault) = await CallAsync("GetContractInformation", "");
        Assert.Equal(500, status);
        Assert.EndsWith("ActionNotSupported", fault.Element("faultcode")!.Value);
    }

    [Fact]
    public async Task A_document_type_is_refused()
    {
        var answer = await Sandbox.Http.PostAsync(
            "/sage-100/soap", new StringContent("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", Encoding.UTF8, "text/xml"));
        Assert.Equal(400, (int)answer.StatusCode);
    }

    [Fact]
    public async Task Its_WSDL_keeps_the_schemas_apart_or_whole()
    {
        Assert.Contains("schemaLocation", await Sandbox.Http.GetStringAsync("/sage-100/soap?wsdl"));
        Assert.DoesNotContain("schemaLocation", await Sandbox.Http.GetStringAsync("/sage-100/soap?singleWsdl"));
        Assert.Contains("name=\"Customer\"", await Sandbox.Http.GetStringAsync("/sage-100/soap?xsd=xsd0"));
    }

    private Task<(int Status, XElement Answer)> CreateAsync(string members) => CallAsync("CreateCustomer", $"{In}<customer>{members}</customer>");

    private async Task<(int Status, XElement Answer)> CallAsync(string operation, string inside)
    {
        var call = $"""<{operation} xmlns="{Space}">{inside}</{operation}>""";
        var envelope = $"""<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>{call}</s:Body></s:Envelope>""";
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sage-100/soap")
        {
            Content = new StringContent(envelope, Encoding.UTF8, "text/xml"),
        };
        request.Headers.Add("SOAPAction", $"\"{Space}/IMasService/{operation}\"");
        using var answer = await Sandbox.Http.SendAsync(request);
        var body = XElement.Parse(await answer.Content.ReadAsStringAsync()).Elements().Single().Elements().Single();
        return ((int)answer.StatusCode, body);
    }

    private static string Code(XElement fault) => fault.Descendants(XName.Get("ErrorCode", Space)).Single().Value;

    private static string Value(XElement result, string member) => result.Element(XName.Get(member, Space))!.Value;
}
