using System.Text;
using Isthmus.Connectors.Sage300;
using Isthmus.Connectors.Tests.Support;

namespace Isthmus.Connectors.Tests.Sage300;

public sealed class When_the_Web_API_is_called : IAsyncLifetime
{
    private const string Company = WebApi.Root + "/v1.0/-/SAMLTD";
    private ScriptedServer server = null!;

    public async Task InitializeAsync() => server = await ScriptedServer.StartAsync();

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Theory]
    [InlineData("ZAPI", "SAMLTD")]
    [InlineData("zapi", "samltd")]
    public async Task User_password_and_company_go_in_upper_case_and_a_get_has_a_content_type(string user, string company)
    {
        var vault = new ListedVault(("sage-300-password", "secret-1"));
        using var services = WebApi.Services(server.Address, vault, ("User", user), ("Company", company));
        await ((Sage300Client)services.GetService(typeof(Sage300Client))!).GetAsync("AR", "ARCustomers", Sage300Key.Of("harb01"));
        var request = Assert.Single(server.Requests);
        Assert.Equal($"{Company}/AR/ARCustomers('HARB01')", request.Path);
        Assert.Equal("application/json", request.Header("Content-Type"));
        Assert.Equal("ZAPI:SECRET-1", Encoding.UTF8.GetString(Convert.FromBase64String(request.Header("Authorization")!["Basic ".Length..])));
    }

    [Fact]
    public async Task No_password_is_looked_for_where_company_security_is_off()
    {
        using var services = WebApi.Services(server.Address, new ListedVault(), ("PasswordSecret", ""));
        await ((Sage300Client)services.GetService(typeof(Sage300Client))!).GetAsync("AR", "ARCustomers", Sage300Key.Of("A"));
        Assert.Equal("Basic " + Convert.ToBase64String("ZAPI:"u8), Assert.Single(server.Requests).Header("Authorization"));
    }

    [Fact]
    public async Task Pages_follow_the_skip_of_the_link_and_keep_what_was_asked_for()
    {
        server.Then(200, """{"@odata.count":"3","value":[{"N":1},{"N":2}],"@odata.nextLink":"https://INTERNAL/x/AR/ARCustomers?$skip=2"}""")
            .Then(200, """{"value":[{"N":3}]}""");
        var query = new Sage300Query("AR", "ARCustomers") { Select = ["N"], Filter = Sage300Filter.Is("City", "O'Fallon & Co") };
        var rows = await WebApi.Client(server.Address).ListAsync(query).ToListAsync();
        Assert.Equal([1, 2, 3], rows.Select(row => row.GetProperty("N").GetInt32()));
        Assert.Equal(
            ["?$select=N&$filter=City%20eq%20%27O%27%27Fallon%20%26%20Co%27",
                "?$select=N&$filter=City%20eq%20%27O%27%27Fallon%20%26%20Co%27&$skip=2"],
            server.Requests.Select(request => request.Query));
    }

    [Fact]
    public async Task No_more_come_than_were_asked_for_and_a_full_page_without_a_link_is_followed()
    {
        server.Then(200, """{"value":[{"N":1},{"N":2}],"odata.nextLink":"?$skip=2"}""").Then(200, """{"value":[{"N":3},{"N":4}]}""");
        var client = WebApi.Client(server.Address);
        Assert.Equal(3, await client.ListAsync(new("AR", "ARCustomers") { Top = 3 }).CountAsync());
        server.Then(200, """{"value":[{"N":1},{"N":2}]}""");
        Assert.Equal("2", (await client.PageAsync(new("AR", "ARCustomers") { Top = 2 }, null)).Next);
    }

    [Fact]
    public async Task A_link_that_leads_back_is_no_endless_loop()
    {
        server.Otherwise = _ => (200, """{"value":[{"N":1}],"@odata.nextLink":"?$skip=0"}""");
        var failure = await Failing.FailureOf(() => WebApi.Client(server.Address).PageAsync(new("AR", "ARCustomers"), null));
        Assert.Equal("page-repeats", failure.Code);
    }

    [Theory]
    [InlineData("""{"@odata.count":143,"value":[]}""", 143L)]
    [InlineData("""{"odata.count":"625","value":[]}""", 625L)]
    [InlineData("""{"value":[]}""", null)]
    public async Task Counts_are_read_in_every_spelling(string answer, long? expected)
    {
        server.Then(200, answer);
        Assert.Equal(expected, await WebApi.Client(server.Address).CountAsync(new("AR", "ARCustomers")));
    }

    [Fact]
    public async Task A_body_is_sent_byte_by_byte_and_amounts_keep_their_digits()
    {
        const string body = """{"LineType":"Item","Item":"A","QuantityOrdered":12,"PricingUnitPrice":4.2500}""";
        server.Then(201, """{"OrderUniquifier":8371,"OrderTotal":79228162514264337593543950.335}""");
        var stored = await WebApi.Client(server.Address).PostAsync("OE", "OEOrders", Encoding.UTF8.GetBytes(body));
        Assert.Equal(body, Assert.Single(server.Requests).Body);
        Assert.Equal(79228162514264337593543950.335m, stored.GetProperty("OrderTotal").GetDecimal());
    }

    [Fact]
    public async Task Keys_of_several_parts_and_strange_signs_find_their_way()
    {
        var key = Sage300Key.Of([("CustomerNumber", "o'b"), ("DocumentNumber", "A/1%#")]);
        await WebApi.Client(server.Address).GetAsync("AR", "ARPostedDocuments", key);
        Assert.Equal("CustomerNumber='O''B',DocumentNumber='A/1%#'", key);
        Assert.EndsWith("(CustomerNumber='O''B',DocumentNumber='A%2F1%25%23')", Assert.Single(server.Requests).Path);
    }

    [Fact]
    public async Task The_server_s_cookie_comes_back_until_its_session_is_gone()
    {
        server.Then(200, "{}", ("Set-Cookie", "s=1; path=/")).Then(200, "{}")
            .Then(500, """{"error":{"code":"SessionError","message":"gone"}}""").Then(200, "{}");
        var client = WebApi.Client(server.Address);
        for (var call = 0; call < 3; call++) await client.GetAsync("AR", "ARCustomers", "1");
        Assert.Equal([null, "s=1", "s=1", null], server.Requests.Select(request => request.Header("Cookie")));
    }

    [Fact]
    public async Task Writes_of_a_module_go_one_after_the_other_and_other_modules_do_not_wait()
    {
        var (arrived, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        server.Then(async context =>
        {
            arrived.SetResult();
            await go.Task;
            context.Response.ContentType = "application/json";
            await context.Response.Body.WriteAsync("{}"u8.ToArray());
        });
        var client = WebApi.Client(server.Address);
        var first = client.PostAsync("OE", "OEOrders", "{}"u8.ToArray());
        await arrived.Task;
        var second = client.PostAsync("OE", "OEOrders", "{}"u8.ToArray());
        await client.PostAsync("AR", "ARCustomers", "{}"u8.ToArray());
        Assert.Equal(2, server.Requests.Count);
        go.SetResult();
        await Task.WhenAll(first, second);
        Assert.Equal(3, server.Requests.Count);
    }
}
