using System.Text.Json;
using Isthmus.Connectors.Sage100;
using Isthmus.Connectors.Stripe;
using Isthmus.Connectors.Tests.Sage300;
using Isthmus.Connectors.Tests.Support;
using Isthmus.Connectors.ZohoCrm;
using Isthmus.Connectors.ZohoInventory;
using Isthmus.Core.Failures;
using Microsoft.Extensions.DependencyInjection;
using static Isthmus.Connectors.Tests.Support.Failing;

namespace Isthmus.Connectors.Tests.Http;

/// <summary>It is cut, or a page of what stands between: nothing is known of the record, nor of what was written.</summary>
public sealed class When_a_refusal_cannot_be_read : IAsyncLifetime
{
    private const string Cut = """{"error":{"code":"wrong""";
    private const string Page = "<!DOCTYPE html><html><body>Bad Request</body></html>";
    private const string Token = "/token";

    private static readonly (string, string) Once = ("Limits:Retries", "0");
    private static readonly Dictionary<string, string> Order = new() { ["SalesOrderNo"] = "0004183" };
    private static readonly Dictionary<string, string> Metadata = new() { ["zoho_invoice_id"] = "46" };
    private static readonly JsonElement Account = JsonElement.Parse("""{"Isthmus_Key":"a","Account_Name":"A"}""");

    private static readonly Dictionary<string, (Func<Uri, Task> Read, Func<Uri, Task> Write)> Calls = new()
    {
        ["stripe"] = (
            at => Client<StripeClient>(at, Once).GetChargeAsync("ch_1"),
            at => Client<StripeClient>(at, Once).WriteMetadataAsync("pi_1", Metadata, "metadata:pi_1")),
        ["zoho-inventory"] = (
            at => Client<ZohoInventoryClient>(at, Once).GetContactAsync("46"),
            at => Client<ZohoInventoryClient>(at, Once).CreateContactAsync("{}"u8.ToArray())),
        ["zoho-crm"] = (
            at => Client<ZohoCrmClient>(at, Once).GetAsync("Accounts", "5"),
            at => Client<ZohoCrmClient>(at, Once).UpsertAsync("Accounts", [Account], "Isthmus_Key", CrmTrigger.None)),
        ["sage-100"] = (
            at => Client<SageAgentClient>(at, Once).ReadAsync("SO_SalesOrder", Order),
            at => Client<SageAgentClient>(at, Once).CreateAsync("SO_SalesOrder", Order, "{}"u8.ToArray())),
        ["sage-300"] = (
            at => WebApi.Client(at, Once).GetAsync("AR", "ARCustomers", "1"),
            at => WebApi.Client(at, Once).PostAsync("OE", "OEOrders", "{}"u8.ToArray())),
    };

    private ScriptedServer server = null!;

    public static TheoryData<string, int, string> Refusals()
    {
        var refusals = new TheoryData<string, int, string>();
        foreach (var connection in Calls.Keys)
        {
            foreach (var status in new[] { 400, 409, 422 }) refusals.Add(connection, status, Cut);
            refusals.Add(connection, 400, Page);
            refusals.Add(connection, 400, "");
        }
        return refusals;
    }

    public async Task InitializeAsync() => server = await ScriptedServer.StartAsync();

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task It_is_asked_again_and_a_write_is_in_doubt(string connection, int status, string body)
    {
        Answer(status, body);
        var read = await FailureOf(() => Calls[connection].Read(server.Address));
        var write = await FailureOf(() => Calls[connection].Write(server.Address));
        Assert.Equal((connection, FailureClass.Transient, "malformed-answer"), (read.Connection, read.Class, read.Code));
        Assert.Equal((FailureClass.Transient, "malformed-answer"), (write.Class, write.Code));
        Assert.Equal((false, true), (read.EffectUnknown, write.EffectUnknown));
    }

    [Fact]
    public async Task A_write_with_a_key_is_made_again_under_it()
    {
        server.Then(400, Cut).Then(200, """{"id":"pi_1"}""");
        await Client<StripeClient>(server.Address).WriteMetadataAsync("pi_1", Metadata, "metadata:pi_1");
        Assert.Equal(["metadata:pi_1", "metadata:pi_1"], server.Requests.Select(each => each.Header("Idempotency-Key")));
    }

    [Fact]
    public async Task A_create_that_finds_itself_is_made_again()
    {
        server.Then(400, Page).Then(200, """{"results":[{"ref":"1","outcome":"exists","record":{"UDF_EXTERNAL_ID":"zoho:46"}}]}""");
        var result = await Client<SageAgentClient>(server.Address).CreateAsync("SO_SalesOrder", Order, "{}"u8.ToArray());
        Assert.Equal(SageOutcome.Exists, result.Outcome);
    }

    [Fact]
    public async Task A_create_that_would_be_doubled_is_not_made_again()
    {
        Answer(400, Cut);
        await FailureOf(() => Client<ZohoInventoryClient>(server.Address).CreateInvoiceAsync("9", "{}"u8.ToArray()));
        Assert.Single(server.Requests, request => !request.Path.EndsWith(Token, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_record_is_not_taken_for_gone()
    {
        Answer(404, Page);
        var zoho = Client<ZohoInventoryClient>(server.Address, Once);
        Assert.Equal(FailureClass.Transient, (await FailureOf(() => zoho.GetContactAsync("46"))).Class);
        Assert.True((await FailureOf(() => zoho.DeleteCreditNoteRefundAsync("7", "8"))).EffectUnknown);
        var stripe = Client<StripeClient>(server.Address, Once);
        Assert.Equal(FailureClass.Transient, (await FailureOf(() => stripe.GetCustomerAsync("cus_1"))).Class);
    }

    private void Answer(int status, string body) => server.Otherwise = request => request.Path.EndsWith(Token, StringComparison.Ordinal)
        ? (200, $$"""{"access_token":"t","api_domain":"{{server.Address}}","expires_in":3600}""") : (status, body);

    private static T Client<T>(Uri at, params (string, string)[] settings) where T : notnull =>
        Connected.To(at, settings).GetRequiredService<T>();
}
