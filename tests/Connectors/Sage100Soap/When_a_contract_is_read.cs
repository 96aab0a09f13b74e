using Isthmus.Connectors.Tests.Support;
using static Isthmus.Connectors.Tests.Sage100Soap.SoapConnection;

namespace Isthmus.Connectors.Tests.Sage100Soap;

public sealed class When_a_contract_is_read : IAsyncLifetime
{
    private ScriptedServer server = null!;

    public async Task InitializeAsync() => server = await ScriptedServer.StartAsync();

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task Parameters_go_in_its_order_and_by_its_action()
    {
        server.Otherwise = request => (200, request.Method == "GET" ? SmallWsdl.Text() : SmallWsdl.Answer("<r/>"));
        await Client(server.Address).ReadAsync("AR_Customer", Customer);
        var call = server.Requests.Single(request => request.Method == "POST");
        Assert.Equal(("\"act:get\"", "/sage-100/soap"), (call.Header("SOAPAction"), call.Path));
        Assert.StartsWith("text/xml", call.Header("Content-Type"));
        InOrder(call.Body, "companyCode", "logon", "Username", "Password", "customerNo", "arDivisionNo");
    }

    [Fact]
    public async Task Members_go_in_its_order_those_of_a_base_first()
    {
        server.Otherwise = request => (200, request.Method == "GET" ? SmallWsdl.Text()
            : request.Body.Contains("GetContract", StringComparison.Ordinal) ? SmallWsdl.Answer("<r><i/></r>") : SmallWsdl.Answer("<r/>"));
        await Client(server.Address).CreateAsync("AR_Customer", Customer,
            """{"values":{"CreditLimit":12.5,"CustomerName":"Harbor","ZipCode":"97209"}}"""u8.ToArray());
        var call = server.Requests.Single(request => request.Body.Contains("CreateCustomer", StringComparison.Ordinal));
        InOrder(call.Body, "customer", "ZipCode>97209", "CustomerName>Harbor", "CreditLimit>12.5", "ARDivisionNo>01", "CustomerNo>HARB01", "logon");
    }

    [Fact]
    public async Task Its_schemas_are_fetched_from_the_services_own_address_wherever_it_says_they_are()
    {
        const string imports = """<xs:schema><xs:import namespace="urn:t" schemaLocation="http://inside.example/secret?xsd=xsd0"/><xs:import schemaLocation="http://169.254.169.254/latest/meta-data"/></xs:schema>""";
        server.Otherwise = request => (200, request.Query switch
        {
            "?singleWsdl" => "<html/>",
            "?wsdl" => SmallWsdl.Text(imports),
            "?xsd=xsd0" => SmallWsdl.Types.Replace(
                "targetNamespace", "xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" xmlns:t=\"urn:t\" targetNamespace"),
            _ => SmallWsdl.Answer("<r/>"),
        });
        await Client(server.Address).ReadAsync("AR_Customer", Customer);
        Assert.Equal(["?singleWsdl", "?wsdl", "?xsd=xsd0", ""], server.Requests.Select(request => request.Query));
        InOrder(server.Requests.Last().Body, "companyCode", "logon", "customerNo", "arDivisionNo");
    }

    [Fact]
    public async Task Many_who_ask_at_once_read_it_once()
    {
        server.Otherwise = request => (200, request.Method == "GET" ? SmallWsdl.Text() : SmallWsdl.Answer("<r/>"));
        var soap = Client(server.Address, ("Limits:Concurrency", "50"));
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => soap.ReadAsync("AR_Customer", Customer)));
        Assert.Single(server.Requests, request => request.Method == "GET");
    }

    private static void InOrder(string text, params string[] parts)
    {
        var at = 0;
        foreach (var part in parts)
        {
            var found = text.IndexOf(part, at, StringComparison.Ordinal);
            Assert.True(found >= 0, $"{part} does not come behind the others in {text}");
            at = found;
        }
    }
}
