using Isthmus.Connectors.Options;
using Isthmus.Core.Mapping;
using Isthmus.Core.MasterData;
using Isthmus.Functions.IntacctToCrm;
using Microsoft.Extensions.Configuration;

namespace Isthmus.Flows.Tests.IntacctToCrm;

public sealed class When_vendors_of_Intacct_are_read : IAsyncLifetime
{
    private const string Flow = "intacct-vendors";
    private IntacctBooks books = null!;

    public async Task InitializeAsync() => books = await IntacctBooks.OpenAsync(("Connections:sage-intacct:Fields:VENDOR:0", "REGION"));

    public async Task DisposeAsync() => await books.DisposeAsync();

    [Fact]
    public async Task The_mapping_makes_a_vendor_of_it_and_bank_details_are_not_even_read()
    {
        await books.PutAsync("VENDTYPE", new { NAME = "Supplier" });
        await books.PutAsync("VENDOR", new
        {
            VENDORID = "V1", NAME = "Supply & Co", VENDTYPE = "Supplier", ACHACCOUNTNUMBER = "000123456789", ACHENABLED = true,
            DISPLAYCONTACT = new { EMAIL1 = "Pay@Supply.example" },
        });
        var record = Assert.Single(await books.ReadAsync(Flow));
        Assert.DoesNotContain("000123456789", record.Body.GetRawText(), StringComparison.Ordinal);
        var result = MappingCatalog.Load(Path.Combine(AppContext.BaseDirectory, "mappings")).Get("intacct-vendor-to-crm-vendor")
            .Apply(record.Body, MappingContext.Empty);
        Assert.True(result.Ok, string.Join(' ', result.Problems));
        var vendor = System.Text.Json.JsonElement.Parse(result.Output.Span);
        Assert.Equal(("Supply & Co", "pay@supply.example", "Supplier", "V1"), (vendor.GetProperty("Vendor_Name").GetString(),
            vendor.GetProperty("Email").GetString(), vendor.GetProperty("Intacct_Vendor_Type").GetString(),
            vendor.GetProperty("Intacct_Vendor_ID").GetString()));
    }

    [Fact]
    public async Task A_field_that_the_company_has_is_read_and_one_that_it_has_not_is_passed_over()
    {
        await books.PutAsync("VENDOR", new { VENDORID = "V1", NAME = "Supply" });
        Assert.False(Assert.Single(await books.ReadAsync(Flow)).Body.TryGetProperty("REGION", out _));
    }

    [Fact]
    public async Task Nothing_is_ever_written_to_Intacct()
    {
        await books.PutAsync("CUSTOMER", new { CUSTOMERID = "C1", NAME = "Harbor" });
        await books.PutAsync("VENDOR", new { VENDORID = "V1", NAME = "Supply" });
        foreach (var flow in new[] { Flow, "intacct-customers", "intacct-contacts" })
        {
            await books.ReadAsync(flow);
            await books.ReadAsync(flow, books.Clock.GetUtcNow().AddHours(-1));
            await books[flow].CountAsync(CancellationToken.None);
            await books[flow].FindAsync("2", CancellationToken.None);
        }
        var calls = (await books.LedgerAsync()).GetProperty("calls").EnumerateObject().Select(call => call.Name.Split(' ')[0]).Distinct();
        Assert.Empty(calls.Except(["getAPISession", "query", "read", "lookup", "readUserFormatting"]));
    }

    [Theory]
    [InlineData("-00:01:00")]
    [InlineData("1.00:00:01")]
    public void An_overlap_that_leaves_changes_out_or_has_no_end_is_refused_with_its_cure(string overlap)
    {
        var section = new ConfigurationBuilder().AddInMemoryCollection([new("Isthmus:IntacctToCrm:Overlap", overlap)]).Build()
            .GetSection("Isthmus:IntacctToCrm");
        var problem = Assert.Single(Assert.Throws<InvalidOptionsException>(() => IntacctFlowSettings.Read(section)).Problems);
        Assert.Equal(("Isthmus:IntacctToCrm:Overlap", overlap), (problem.Name, problem.Value));
        Assert.Contains("00:20:00 is usual", problem.Cure, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_connection_the_flows_are_off_and_say_so()
    {
        var flow = new IntacctVendors(null, new IntacctFlowOptions());
        Assert.False(flow.Enabled);
        Assert.Equal(TimeSpan.FromMinutes(20), flow.Overlap);
        Assert.Equal(("sage-intacct", "Vendors", Cadence.Hourly), (flow.Connection, flow.Module, flow.Cadence));
    }
}
