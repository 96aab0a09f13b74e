using Isthmus.Connectors.Checks;
using Isthmus.Connectors.Options;
using Isthmus.Connectors.Tests.Support;
using Isthmus.Connectors.ZohoCrm;
using Isthmus.Core.Vault;
using Microsoft.Extensions.DependencyInjection;
using static Isthmus.Connectors.Tests.Support.Failing;

namespace Isthmus.Connectors.Tests.ZohoCrm;

public sealed class When_it_is_set_up
{
    [Fact]
    public void Everything_that_is_wrong_is_said_at_once()
    {
        using var app = App(("AccountsServer", "http://accounts.zoho.eu"), ("KeyField", "Isthmus Key"), ("HeavyConcurrency", "11"),
            ("Channels:NotifyUrl", "http://hooks.example/x"), ("Channels:Life", "8.00:00:00"), ("Edition", "free"));
        var names = app.ConnectionProblems().Select(problem => problem.Name["Connections:zoho-crm:".Length..]);
        Assert.Equal(
            ["AccountsServer", "Channels:Life", "Channels:NotifyUrl", "Edition", "HeavyConcurrency", "KeyField"],
            names.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Without_it_nothing_is_checked_and_every_call_says_why()
    {
        using var app = App();
        Assert.False(app.GetRequiredService<ZohoCrmOptions>().IsSetUp);
        Assert.Empty(app.ConnectionProblems());
        Assert.Empty(app.GetServices<IConnectionCheck>());
        Assert.Equal("not-set-up", (await FailureOf(() => app.GetRequiredService<ZohoCrmClient>().GetOrgAsync())).Code);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("ZohoCRM.modules.ALL ZohoCRM.settings.ALL ZohoCRM.org.READ ZohoCRM.users.READ ZohoCRM.notifications.ALL ZohoCRM.coql.READ", 0)]
    [InlineData("ZohoCRM.modules.accounts.ALL,ZohoCRM.settings.modules.READ,ZohoCRM.org.READ", 3)]
    public void The_scopes_that_are_missing_are_known(string granted, int missing) =>
        Assert.Equal(missing, CrmScopes.Missing(granted).Count);

    private static ServiceProvider App(params (string, string)[] settings) => new ServiceCollection()
        .AddSingleton<ISecretVault>(Connected.Vault)
        .AddZohoCrm(Connected.Section("Connections:zoho-crm", settings)).BuildServiceProvider();
}
