using System.Text;
using Isthmus.Connectors.Tests.Support;
using Isthmus.Connectors.ZohoInventory;
using Isthmus.Core.Failures;
using Microsoft.Extensions.DependencyInjection;
using static Isthmus.Connectors.Tests.Support.Failing;

namespace Isthmus.Connectors.Tests.ZohoInventory;

public sealed class Writes : IAsyncLifetime
{
    private ScriptedServer server = null!;

    public async Task InitializeAsync()
    {
        server = await ScriptedServer.StartAsync();
        server.Then(200, $$"""{"access_token":"t1","api_domain":"{{server.Address}}","expires_in":3600}""");
    }

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task Of_documents_carry_our_own_number_and_their_parent_in_the_query()
    {
        server.Then(201, """{"code":0,"salesorder":{"salesorder_id":"9"}}""").Then(201,
            """{"code":0,"invoice":{"invoice_id":"10"}}""");
        var zoho = Zoho;
        await zoho.CreateSalesOrderAsync("""{"salesorder_number":"STR-1"}"""u8.ToArray());
        await zoho.CreateInvoiceAsync("9", """{"invoice_number":"STR-1"}"""u8.ToArray());
        var (order, invoice) = (server.Requests.ElementAt(1), server.Requests.ElementAt(2));
        Assert.Contains(("ignore_auto_number_generation", "true"), ReceivedRequest.Pairs(order.Query));
        Assert.Contains(("salesorder_id", "9"), ReceivedRequest.Pairs(invoice.Query));
        Assert.Equal("application/json", order.Header("Content-Type"));
        Assert.Equal("""{"salesorder_number":"STR-1"}""", order.Body);
    }

    [Theory]
    [InlineData("""{"code":0,"salesorder":{"salesorder_id":"9"}}""")]
    [InlineData("""{"code":0,"sales_order":{"salesorder_id":"9"}}""")]
    [InlineData("""{"code":0,"salesorder":[{"salesorder_id":"9"}]}""")]
    public async Task Understand_the_envelope_of_the_manual_and_the_real_one(string body)
    {
        server.Then(201, body);
        Assert.Equal("9", (await Zoho.CreateSalesOrderAsync("{}"u8.ToArray())).GetProperty("salesorder_id").GetString());
    }

    [Fact]
    public async Task Of_a_status_are_repeated_and_already_is_as_good_as_done()
    {
        server.ThenBreak().Then(400, """{"code":36012,"message":"The sales order is already confirmed."}""");
        await Zoho.ConfirmSalesOrderAsync("9");
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task Of_a_status_fail_when_Zoho_refuses_for_another_reason()
    {
        server.Then(400, """{"code":36013,"message":"The sales order has to be approved first."}""");
        Assert.Equal(FailureClass.Validation, (await FailureOf(() => Zoho.ConfirmSalesOrderAsync("9"))).Class);
    }

    [Fact]
    public async Task Go_on_under_a_new_token_when_the_old_one_is_refused()
    {
        server.Then(401, """{"code":14,"message":"Invalid token"}""")
            .Then(200, $$"""{"access_token":"t2","api_domain":"{{server.Address}}","expires_in":3600}""")
            .Then(201, """{"code":0,"contact":{"contact_id":"4"}}""");
        await Zoho.CreateContactAsync("{}"u8.ToArray());
        Assert.Equal("Zoho-oauthtoken t2", server.Requests.Last().Header("Authorization"));
    }

    [Fact]
    public async Task Stop_when_a_fresh_token_lacks_the_right()
    {
        server.Then(401, """{"code":57,"message":"You are not authorized"}""");
        Assert.Equal("not-authorised", (await FailureOf(() => Zoho.CreateContactAsync("{}"u8.ToArray()))).Code);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Keep_long_ids_whole()
    {
        server.Then(201, """{"code":0,"payment":{"payment_id":"4600000000912345678"}}""");
        var payment = await Zoho.CreatePaymentAsync(Encoding.UTF8.GetBytes("{}"));
        Assert.Equal("4600000000912345678", payment.GetProperty("payment_id").GetString());
    }

    private ZohoInventoryClient Zoho => Connected.To(server.Address).GetRequiredService<ZohoInventoryClient>();
}
