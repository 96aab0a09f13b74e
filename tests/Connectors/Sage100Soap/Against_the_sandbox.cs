using System.Text.Json;
using Isthmus.Connectors.Checks;
using Isthmus.Connectors.Sage100;
using Isthmus.Connectors.Sage100Soap;
using Isthmus.Connectors.Tests.Support;
using Isthmus.Core.Failures;
using Microsoft.Extensions.DependencyInjection;
using static Isthmus.Connectors.Tests.Support.Failing;
using static Isthmus.Connectors.Tests.Sage100Soap.SoapConnection;

namespace Isthmus.Connectors.Tests.Sage100Soap;

public sealed class Against_the_sandbox : IAsyncLifetime
{
    private static readonly Dictionary<string, string> Other = new() { ["ARDivisionNo"] = "01", ["CustomerNo"] = "OTHER" };

    private RunningSandbox sandbox = null!;
    private ServiceProvider app = null!;
    private SageSoapClient soap = null!;

    public async Task InitializeAsync()
    {
        sandbox = await RunningSandbox.StartAsync();
        await sandbox.ControlAsync("sage-100/items", new[] { new { itemCode = "GASKET-12", description = "Gasket", price = 4.25m, stock = 100 } });
        app = To(sandbox.Address);
        soap = app.GetRequiredService<SageSoapClient>();
    }

    public async Task DisposeAsync()
    {
        await app.DisposeAsync();
        await sandbox.DisposeAsync();
    }

    [Fact]
    public async Task A_customer_is_written_once_changed_and_read_as_the_agent_shows_it()
    {
        Assert.Equal(SageOutcome.Written, (await CreateAsync("Harbor Pump Co")).Outcome);
        Assert.Equal(SageOutcome.Exists, (await CreateAsync("Another")).Outcome);
        await soap.UpdateAsync("AR_Customer", Customer, """{"values":{"City":"Portland","CreditLimit":5000}}"""u8.ToArray());
        var own = (await soap.ReadAsync("AR_Customer", Customer))!.Value;
        var agents = (await app.GetRequiredService<SageAgentClient>().ReadAsync("AR_Customer", Customer))!.Value;
        // The service shows moments to the second.
        foreach (var column in own.EnumerateObject().Where(each => !each.Name.StartsWith("Time", StringComparison.Ordinal)))
            Assert.Equal(Text(agents.GetProperty(column.Name)), Text(column.Value));
        Assert.Equal("zoho:9", own.GetProperty("UDF_EXTERNAL_ID").GetString());
        Assert.Equal(5000m, own.GetProperty("CreditLimit").GetDecimal());
    }

    [Theory]
    [InlineData("株式会社ハーバー")]
    [InlineData("Ωμέγα & Υιοί <ΑΕ>")]
    [InlineData("مضخات الميناء")]
    [InlineData("Zażółć \"gęślą\" jaźń 🚢")]
    public async Task Names_come_through_in_every_script(string name)
    {
        await CreateAsync(name);
        Assert.Equal(name, (await soap.ReadAsync("AR_Customer", Customer))!.Value.GetProperty("CustomerName").GetString());
    }

    [Fact]
    public async Task An_order_is_written_with_its_lines_and_a_line_is_changed_by_its_own_name()
    {
        await CreateAsync("Harbor Pump Co");
        var number = await soap.NextNumberAsync("SO_SalesOrder");
        var key = new Dictionary<string, string> { ["SalesOrderNo"] = number };
        await soap.CreateAsync("SO_SalesOrder", key, Order(new { ItemCode = "GASKET-12", QuantityOrdered = 12, UDF_EXTERNAL_LINE = "7" }));
        await soap.UpdateAsync("SO_SalesOrder", key, Order(new { UDF_EXTERNAL_LINE = "7", QuantityOrdered = 5 }));
        var order = (await app.GetRequiredService<SageAgentClient>().ReadAsync("SO_SalesOrder", key))!.Value;
        Assert.Equal(5m, Assert.Single(order.GetProperty("Lines").EnumerateArray()).GetProperty("QuantityOrdered").GetDecimal());
        Assert.Equal("20261121", order.GetProperty("OrderDate").GetString());
        Assert.Equal("zoho:46", order.GetProperty("UDF_EXTERNAL_ID").GetString());
    }

    [Fact]
    public async Task A_create_whose_answer_was_lost_finds_itself_there()
    {
        await soap.CreateAsync("AR_Customer", Other, """{"values":{"CustomerName":"Other"}}"""u8.ToArray());
        await sandbox.FaultAsync("sage-100", "drop-after", "POST /sage-100/soap");
        var result = await CreateAsync("Harbor Pump Co");
        Assert.Equal((SageOutcome.Exists, "zoho:9"), (result.Outcome, result.Record!.Value.GetProperty("UDF_EXTERNAL_ID").GetString()));
    }

    [Fact]
    public async Task A_date_is_blanked_by_the_services_own_null_date()
    {
        await CreateAsync("Harbor Pump Co");
        await soap.UpdateAsync("AR_Customer", Customer, """{"values":{"DateEstablished":"20240229"}}"""u8.ToArray());
        Assert.Equal("20240229", (await AgentsAsync()).GetProperty("DateEstablished").GetString());
        await soap.UpdateAsync("AR_Customer", Customer, """{"values":{"DateEstablished":""}}"""u8.ToArray());
        Assert.Equal("", (await AgentsAsync()).GetProperty("DateEstablished").GetString());
    }

    [Fact]
    public async Task A_contract_under_other_names_is_followed_as_it_changes()
    {
        await CreateAsync("Harbor Pump Co");
        await SwitchAsync(new { contract = "IMasElse", @namespace = "urn:mas", dataNamespace = "urn:mas:data" });
        Assert.Equal("Harbor Pump Co", (await soap.ReadAsync("AR_Customer", Customer))!.Value.GetProperty("CustomerName").GetString());
        await soap.UpdateAsync("AR_Customer", Customer, """{"values":{"City":"Salem"}}"""u8.ToArray());
        Assert.Equal("Salem", (await AgentsAsync()).GetProperty("City").GetString());
    }

    [Fact]
    public async Task What_is_not_on_file_is_a_missing_reference_and_names_its_column()
    {
        var failure = await FailureOf(() => soap.CreateAsync(
            "AR_Customer", Customer, """{"values":{"CustomerName":"X","TermsCode":"99"}}"""u8.ToArray()));
        Assert.Equal((FailureClass.ReferenceMissing, "TermsCode", "sage-100-soap"), (failure.Class, failure.Field, failure.Connection));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_record_that_somebody_holds_is_locked_whatever_the_words(int wording)
    {
        await CreateAsync("Harbor Pump Co");
        await sandbox.ControlAsync("sage-100/locks", new { @object = "AR_Customer", key = Customer, seconds = 60, wording });
        var failure = await FailureOf(() => soap.UpdateAsync("AR_Customer", Customer, """{"values":{"City":"Salem"}}"""u8.ToArray()));
        Assert.Equal((FailureClass.Locked, false), (failure.Class, failure.EffectUnknown));
    }

    [Fact]
    public async Task A_member_that_the_host_does_not_have_is_refused_before_it_is_dropped_in_silence()
    {
        var failure = await FailureOf(() => soap.CreateAsync("AR_Customer", Customer, """{"values":{"CustomerName":"X","Shoe":"9"}}"""u8.ToArray()));
        Assert.Equal((FailureClass.Validation, "no-such-member", "Shoe"), (failure.Class, failure.Code, failure.Field));
    }

    [Theory]
    [InlineData("Harbor\u000bPump")]
    [InlineData("Harbor\u0000")]
    [InlineData("Harbor\uffff")]
    public async Task A_value_that_XML_cannot_carry_is_refused_by_its_field(string name)
    {
        var failure = await FailureOf(() => CreateAsync(name));
        Assert.Equal((FailureClass.Validation, "not-xml", "CustomerName"), (failure.Class, failure.Code, failure.Field));
        Assert.DoesNotContain("Harbor", failure.Message);
        Assert.Contains("at its source", failure.Cure);
    }

    [Fact]
    public async Task A_value_that_is_too_long_is_refused_by_its_column()
    {
        var failure = await FailureOf(() => soap.CreateAsync("AR_Customer", Customer,
            JsonSerializer.SerializeToUtf8Bytes(new { values = new { CustomerName = "Harbor", FaxNo = new string('1', 21) } })));
        Assert.Equal((FailureClass.Validation, "FaxNo"), (failure.Class, failure.Field));
        Assert.NotEmpty(failure.Cure);
    }

    [Fact]
    public async Task Nobody_is_found_under_an_unknown_key() => Assert.Null(await soap.ReadAsync("AR_Customer", Customer));

    [Fact]
    public async Task The_host_passes_its_check()
    {
        var report = await app.GetServices<IConnectionCheck>().Single(check => check.Connection == "sage-100-soap").CheckAsync();
        Assert.All(report.Steps, step => Assert.True(step.Outcome == CheckOutcome.Ok, $"{step.Name}: {step.Message}"));
    }

    private Task<JsonElement> SwitchAsync(object soapSettings) =>
        sandbox.ControlAsync("settings", new Dictionary<string, object> { ["sage-100"] = new { soap = soapSettings } });

    private async Task<JsonElement> AgentsAsync() =>
        (await app.GetRequiredService<SageAgentClient>().ReadAsync("AR_Customer", Customer))!.Value;

    private Task<SageWriteResult> CreateAsync(string name) => soap.CreateAsync("AR_Customer", Customer,
        JsonSerializer.SerializeToUtf8Bytes(new { values = new { CustomerName = name, UDF_EXTERNAL_ID = "zoho:9" } }));

    private static byte[] Order(object line) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        values = new { ARDivisionNo = "01", CustomerNo = "HARB01", OrderDate = "20261121", UDF_EXTERNAL_ID = "zoho:46" },
        lines = new[] { line },
    });

    private static string Text(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number ? value.GetDecimal().ToString("0.######") : value.ToString();
}
