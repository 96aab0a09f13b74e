using System.Text.Json;
using Isthmus.Connectors.Checks;
using Isthmus.Connectors.Sage100;
using Isthmus.Connectors.Tests.Support;
using Isthmus.Core.Failures;
using Microsoft.Extensions.DependencyInjection;
using static Isthmus.Connectors.Tests.Support.Failing;

namespace Isthmus.Connectors.Tests.Sage100;

public sealed class Against_the_sandbox : IAsyncLifetime
{
    private static readonly Dictionary<string, string> Customer = new() { ["ARDivisionNo"] = "01", ["CustomerNo"] = "Z0000781" };
    private RunningSandbox sandbox = null!;
    private SageAgentClient sage = null!;

    public async Task InitializeAsync()
    {
        sandbox = await RunningSandbox.StartAsync();
        await sandbox.ControlAsync("sage-100/items", new[] { new { itemCode = "GASKET-12", description = "Gasket", price = 4.25m, stock = 100 } });
        sage = Connect().GetRequiredService<SageAgentClient>();
    }

    public async Task DisposeAsync() => await sandbox.DisposeAsync();

    [Fact]
    public async Task A_customer_and_an_order_are_written_once_and_read_back()
    {
        await CreateCustomerAsync();
        var number = await sage.NextNumberAsync("SO_SalesOrder");
        var result = await CreateOrderAsync(number, "GASKET-12");
        Assert.Equal(SageOutcome.Written, result.Outcome);
        var order = (await sage.ReadAsync("SO_SalesOrder", OrderKey(number)))!.Value;
        Assert.Equal("zoho:46", order.GetProperty("UDF_EXTERNAL_ID").GetString());
        Assert.Equal(51m, order.GetProperty("Lines")[0].GetProperty("ExtensionAmt").GetDecimal());
        Assert.Equal(SageOutcome.Exists, (await CreateOrderAsync(number, "GASKET-12")).Outcome);
    }

    [Fact]
    public async Task A_create_whose_answer_was_lost_finds_itself_there()
    {
        await sandbox.FaultAsync("sage-100", "drop-after", "/write");
        var result = await CreateCustomerAsync();
        Assert.Equal(SageOutcome.Exists, result.Outcome);
        Assert.Equal("zoho:9", result.Record!.Value.GetProperty("UDF_EXTERNAL_ID").GetString());
    }

    [Fact]
    public async Task An_unknown_item_is_a_missing_reference_and_names_its_line()
    {
        await CreateCustomerAsync();
        var number = await sage.NextNumberAsync("SO_SalesOrder");
        var failure = await FailureOf(() => CreateOrderAsync(number, "GASKET-99"));
        Assert.Equal((FailureClass.ReferenceMissing, "lines[0].ItemCode"), (failure.Class, failure.Field));
        Assert.Null(await sage.ReadAsync("SO_SalesOrder", OrderKey(number)));
    }

    [Fact]
    public async Task A_record_that_somebody_holds_is_locked()
    {
        await CreateCustomerAsync();
        await sandbox.FaultAsync("sage-100", "record-lock", "AR_Customer");
        var failure = await FailureOf(() => sage.UpdateAsync("AR_Customer", Customer, """{"values":{"Comment":"x"}}"""u8.ToArray()));
        Assert.Equal(FailureClass.Locked, failure.Class);
    }

    [Fact]
    public async Task What_changed_since_a_moment_is_found_page_by_page()
    {
        await CreateCustomerAsync();
        var since = DateTimeOffset.UtcNow.AddMinutes(-5);
        Assert.Single(await sage.QueryAsync("AR_Customer", ["CustomerNo"], updatedSince: since).Where(IsOurs).ToListAsync());
        Assert.Empty(await sage.QueryAsync("AR_Customer", ["CustomerNo"], updatedSince: DateTimeOffset.UtcNow.AddHours(1)).ToListAsync());
        Assert.Single(await sage.QueryAsync("AR_Customer", null, new Dictionary<string, string> { ["UDF_EXTERNAL_ID"] = "zoho:9" }).ToListAsync());
    }

    [Fact]
    public async Task Two_thousand_items_come_over_several_pages()
    {
        await sandbox.ControlAsync("sage-100/items",
            Enumerable.Range(0, 2000).Select(at => new { itemCode = $"SKU-{at:0000}", description = "Item", price = 1m }));
        var codes = await sage.QueryAsync("CI_Item", ["ItemCode"]).Select(row => row.GetProperty("ItemCode").GetString()).ToListAsync();
        Assert.Equal(2000, codes.Count(code => code!.StartsWith("SKU-", StringComparison.Ordinal)));
        Assert.Equal(codes.Count, codes.Distinct().Count());
    }

    [Theory]
    [InlineData("guess")]
    [InlineData("SAGE-SANDBOX-KEY")]
    public async Task A_wrong_key_is_a_matter_of_credentials(string key)
    {
        var wrong = Connected.To(sandbox.Address, null, new ListedVault(("sage-agent-key", key))).GetRequiredService<SageAgentClient>();
        var failure = await FailureOf(() => wrong.AboutAsync());
        Assert.Equal((FailureClass.Auth, "unauthorized"), (failure.Class, failure.Code));
        Assert.Contains("./run secret set", failure.Cure);
    }

    [Fact]
    public async Task A_company_that_the_host_does_not_have_is_a_matter_of_settings()
    {
        var wrong = Connected.To(sandbox.Address, ("Company", "XYZ"));
        var failure = await FailureOf(() => wrong.GetRequiredService<SageAgentClient>().ReadAsync("AR_Customer", Customer));
        Assert.Equal((FailureClass.Auth, "company_not_found"), (failure.Class, failure.Code));
        Assert.Contains("XYZ", failure.Message);
        Assert.Contains("Set Company", failure.Cure);
        var report = await wrong.GetServices<IConnectionCheck>().Single(check => check.Connection == "sage-100").CheckAsync();
        Assert.Contains(report.Steps, step => step.Outcome == CheckOutcome.Failed && step.Cure == "Set Company to one of: ABC.");
    }

    [Fact]
    public async Task A_value_that_is_too_long_is_refused_by_its_column_and_says_how_long_it_may_be()
    {
        var failure = await FailureOf(() => sage.CreateAsync("AR_Customer", Customer,
            JsonSerializer.SerializeToUtf8Bytes(new { values = new { CustomerName = "Harbor", FaxNo = new string('1', 21) } })));
        Assert.Equal((FailureClass.Validation, "FaxNo"), (failure.Class, failure.Field));
        Assert.Contains("20 character(s)", failure.Message);
        Assert.Contains("Correct the value", failure.Cure);
    }

    [Fact]
    public async Task A_column_that_the_host_has_not_any_more_is_named()
    {
        var failure = await FailureOf(() => sage.QueryAsync("AR_Customer", ["CustomerNo", "UDF_GONE"]).ToListAsync().AsTask());
        Assert.Equal("UDF_GONE is no column of AR_Customer.", failure.Message);
    }

    [Theory]
    [InlineData("株式会社ハーバー")]
    [InlineData("Ωμέγα & Υιοί <ΑΕ>")]
    [InlineData("مضخات الميناء")]
    [InlineData("Zażółć \"gęślą\" jaźń 🚢")]
    public async Task Names_come_through_in_every_script(string name)
    {
        await sage.CreateAsync("AR_Customer", Customer, JsonSerializer.SerializeToUtf8Bytes(new { values = new { CustomerName = name } }));
        Assert.Equal(name, (await sage.ReadAsync("AR_Customer", Customer))!.Value.GetProperty("CustomerName").GetString());
        Assert.Single(await sage.QueryAsync("AR_Customer", null, new Dictionary<string, string> { ["CustomerName"] = name }).ToListAsync());
    }

    [Fact]
    public async Task The_host_passes_its_check()
    {
        var report = await Connect().GetServices<IConnectionCheck>().Single(check => check.Connection == "sage-100").CheckAsync();
        Assert.All(report.Steps, step => Assert.True(step.Outcome == CheckOutcome.Ok, $"{step.Name}: {step.Message}"));
    }

    private ServiceProvider Connect() => Connected.To(sandbox.Address, ("Warehouse", "000"));

    private Task<SageWriteResult> CreateCustomerAsync() => sage.CreateAsync("AR_Customer", Customer,
        """{"values":{"CustomerName":"Harbor Pump Co","UDF_EXTERNAL_ID":"zoho:9"}}"""u8.ToArray());

    private Task<SageWriteResult> CreateOrderAsync(string number, string item) => sage.CreateAsync("SO_SalesOrder", OrderKey(number),
        JsonSerializer.SerializeToUtf8Bytes(new
        {
            values = new { ARDivisionNo = "01", CustomerNo = "Z0000781", OrderDate = "20261121", UDF_EXTERNAL_ID = "zoho:46" },
            lines = new[] { new { ItemCode = item, QuantityOrdered = 12, UnitPrice = 4.25m } },
        }));

    private static Dictionary<string, string> OrderKey(string number) => new() { ["SalesOrderNo"] = number };

    private static bool IsOurs(JsonElement row) => row.GetProperty("CustomerNo").GetString() == "Z0000781";
}
