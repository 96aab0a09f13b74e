using System.Text.Json;
using Isthmus.Connectors.Checks;
using Isthmus.Connectors.Sage100Soap;
using Isthmus.Connectors.Tests.Support;
using Isthmus.Core.Failures;
using Microsoft.Extensions.DependencyInjection;
using static Isthmus.Connectors.Tests.Sage100Soap.SoapConnection;
using static Isthmus.Connectors.Tests.Support.Failing;

namespace Isthmus.Connectors.Tests.Sage100Soap;

public sealed class When_the_service_refuses : IAsyncLifetime
{
    private RunningSandbox sandbox = null!;

    public async Task InitializeAsync() => sandbox = await RunningSandbox.StartAsync();

    public async Task DisposeAsync() => await sandbox.DisposeAsync();

    [Fact]
    public async Task A_wrong_password_is_a_matter_of_credentials()
    {
        var soap = To(sandbox.Address, TimeProvider.System, "guess").GetRequiredService<SageSoapClient>();
        await IsAsync(FailureClass.Auth, "logon", soap);
    }

    [Fact]
    public Task So_is_a_user_in_other_letters() => IsAsync(FailureClass.Auth, "logon", Client(sandbox.Address, ("User", "ZSYNC")));

    [Theory]
    [InlineData("system")]
    [InlineData("company")]
    [InlineData("user")]
    public async Task So_is_each_switch_that_is_off(string name)
    {
        await SwitchAsync(name, false);
        await IsAsync(FailureClass.Auth, "logon", Client(sandbox.Address));
    }

    [Fact]
    public async Task So_is_a_password_that_has_run_out()
    {
        await SwitchAsync("passwordExpired", true);
        await IsAsync(FailureClass.Auth, "logon", Client(sandbox.Address));
    }

    [Fact]
    public Task A_wrong_company_is_told_from_a_wrong_user() =>
        IsAsync(FailureClass.Auth, "company", Client(sandbox.Address, ("Company", "XYZ")));

    [Fact]
    public void A_company_in_small_letters_does_not_start()
    {
        using var app = To(sandbox.Address, ("Company", "abc"));
        var problem = Assert.Single(app.GetRequiredService<SageSoapOptions>().Validate());
        Assert.Equal(("Company", "abc"), (problem.Name, problem.Value));
        Assert.Contains("upper case", problem.Cure);
    }

    [Fact]
    public async Task A_pool_that_IIS_recycles_is_an_outage()
    {
        var soap = Client(sandbox.Address, ("Limits:Retries", "0"));
        await soap.InformationAsync();
        await SwitchAsync("poolDown", true);
        var failure = await FailureOf(() => soap.ReadAsync("AR_Customer", Customer));
        Assert.Equal((FailureClass.Transient, "maintenance", true), (failure.Class, failure.Code, failure.Outage));
    }

    [Fact]
    public async Task A_company_that_is_locked_for_period_end_is_locked()
    {
        await sandbox.ControlAsync("settings", new Dictionary<string, object> { ["sage-100"] = new { companyLocked = true } });
        Assert.Equal(FailureClass.Locked, (await FailureOf(() => Client(sandbox.Address).ReadAsync("AR_Customer", Customer))).Class);
    }

    [Fact]
    public async Task An_error_after_the_record_was_stored_leaves_doubt_and_a_repeat_finds_it()
    {
        var soap = Client(sandbox.Address, ("Limits:Retries", "0"));
        await sandbox.FaultAsync("sage-100", "stored-error", "SOAP CreateCustomer");
        var failure = await FailureOf(() => soap.CreateAsync("AR_Customer", Customer, """{"values":{"CustomerName":"X"}}"""u8.ToArray()));
        Assert.Equal((FailureClass.Transient, true), (failure.Class, failure.EffectUnknown));
        Assert.NotNull(await soap.ReadAsync("AR_Customer", Customer));
    }

    [Fact]
    public async Task What_only_the_agent_knows_says_so()
    {
        var failure = await FailureOf(() => Client(sandbox.Address).ReadAsync("AP_Vendor", new Dictionary<string, string>()));
        Assert.Equal((FailureClass.Permanent, "object-not-served"), (failure.Class, failure.Code));
    }

    [Fact]
    public async Task The_check_names_what_is_wrong()
    {
        await SwitchAsync("user", false);
        var report = await To(sandbox.Address).GetServices<IConnectionCheck>().Single(check => check.Connection == "sage-100-soap").CheckAsync();
        var wrong = Assert.Single(report.Steps, step => step.Outcome == CheckOutcome.Failed);
        Assert.Equal("user and company", wrong.Name);
        Assert.Contains("User Maintenance", wrong.Cure);
    }

    private static async Task IsAsync(FailureClass kind, string code, SageSoapClient soap)
    {
        var failure = await FailureOf(() => soap.ReadAsync("AR_Customer", Customer));
        Assert.Equal((kind, code, "sage-100-soap"), (failure.Class, failure.Code, failure.Connection));
        Assert.Contains(code == "logon" ? "./run secret set" : "Set Company to the company's code, in upper case", failure.Cure);
    }

    private Task<JsonElement> SwitchAsync(string name, bool value) => sandbox.ControlAsync("settings", new Dictionary<string, object>
    {
        ["sage-100"] = new { soap = new Dictionary<string, bool> { [name] = value } },
    });
}
