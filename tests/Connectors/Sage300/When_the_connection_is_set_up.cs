using Isthmus.Connectors.Checks;
using Isthmus.Connectors.Options;
using Isthmus.Connectors.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Connectors.Tests.Sage300;

public sealed class When_the_connection_is_set_up
{
    private static readonly Uri Server = new("http://localhost:1");

    [Fact]
    public void Every_mistake_is_named_with_its_cure_and_no_secret_is_shown()
    {
        using var services = WebApi.Services(Server, ("BaseAddress", "https://erp.example.test/Sage300WebApi/v1.0/-/SAMLTD"),
            ("Company", "SAMPLE LTD"), ("User", "admin"), ("PasswordSecret", "s3cret!"), ("Limits:Concurrency", "0"), ("Passwrd", "x"));
        var problems = services.ConnectionProblems();
        Assert.Equal(["BaseAddress", "Company", "Limits:Concurrency", "PasswordSecret", "Passwrd", "User"],
            problems.Select(problem => problem.Name["Connections:sage-300:".Length..]).Order(StringComparer.Ordinal));
        Assert.All(problems, problem => Assert.NotEmpty(problem.Cure));
        Assert.DoesNotContain("s3cret", string.Join(' ', problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_wrong_with_what_is_usual_nor_without_a_password()
    {
        using var usual = WebApi.Services(Server);
        using var open = WebApi.Services(Server, ("PasswordSecret", ""));
        Assert.Empty(usual.ConnectionProblems());
        Assert.Empty(open.ConnectionProblems());
    }

    [Fact]
    public async Task The_sandbox_passes_every_step_of_the_check()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        using var services = WebApi.Services(sandbox.Address);
        var report = await services.GetRequiredService<IConnectionCheck>().CheckAsync();
        Assert.All(report.Steps, step => Assert.True(step.Outcome == CheckOutcome.Ok, $"{step.Name}: {step.Message}"));
    }

    [Theory]
    [InlineData("Company", "NOBODY", "customers (AR)", "ResourceNotFound")]
    [InlineData("User", "OTHER", "customers (AR)", "Unauthorized")]
    public async Task A_wrong_company_or_user_fails_its_step_and_what_follows_is_not_tried(string name, string value, string step, string code)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        using var services = WebApi.Services(sandbox.Address, (name, value));
        var report = await services.GetRequiredService<IConnectionCheck>().CheckAsync();
        var failed = Assert.Single(report.Steps, each => each.Outcome == CheckOutcome.Failed);
        Assert.Equal(step, failed.Name);
        Assert.StartsWith(code, failed.Message, StringComparison.Ordinal);
        Assert.NotEmpty(failed.Cure);
        Assert.Equal(3, report.Steps.Count(each => each.Outcome == CheckOutcome.Skipped));
    }

    [Fact]
    public async Task A_missing_right_for_a_module_fails_that_module_only()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        await sandbox.ControlAsync("settings", new Dictionary<string, object> { ["sage-300"] = new { forbidden = new[] { "AP" } } });
        using var services = WebApi.Services(sandbox.Address);
        var report = await services.GetRequiredService<IConnectionCheck>().CheckAsync();
        Assert.Equal("vendors (AP)", Assert.Single(report.Steps, each => each.Outcome != CheckOutcome.Ok).Name);
    }
}
