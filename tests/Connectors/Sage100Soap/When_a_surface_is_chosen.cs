using Isthmus.Connectors.Options;
using Isthmus.Connectors.Sage100;
using Isthmus.Connectors.Sage100Soap;
using Isthmus.Connectors.Tests.Support;
using Isthmus.Core.Vault;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Connectors.Tests.Sage100Soap;

public sealed class When_a_surface_is_chosen
{
    private static readonly Uri Somewhere = new("http://127.0.0.1:1");

    [Fact]
    public void The_agent_does_everything_unless_the_connection_says_otherwise()
    {
        using var app = SoapConnection.To(Somewhere);
        var surfaces = app.GetRequiredService<SageSurfaces>();
        Assert.IsType<SageAgentClient>(surfaces.Reader("AR_Customer"));
        Assert.IsType<SageAgentClient>(surfaces.Writer("SO_SalesOrder"));
        Assert.All(surfaces.Choices, choice => Assert.Equal("agent", choice.Surface));
    }

    [Fact]
    public void What_it_says_is_done_and_shown_with_its_reason()
    {
        using var app = SoapConnection.To(Somewhere, ("Surface:ReadCustomer", "soap"), ("Surface:WriteOrder", "soap"));
        var surfaces = app.GetRequiredService<SageSurfaces>();
        Assert.IsType<SageSoapClient>(surfaces.Reader("AR_Customer"));
        Assert.IsType<SageAgentClient>(surfaces.Reader("AR_CustomerContact"));
        Assert.IsType<SageSoapClient>(surfaces.Writer("SO_SalesOrder"));
        Assert.IsType<SageAgentClient>(surfaces.Writer("AP_Vendor"));
        Assert.Contains(surfaces.Choices, choice => choice is
        {
            Surface: "soap", Purpose: "take numbers for sales orders and create them", Why: "Surface:WriteOrder says so.",
        });
    }

    [Fact]
    public void A_service_that_is_not_set_up_can_do_nothing_and_the_app_says_so_at_start()
    {
        var services = new ServiceCollection();
        services.AddSingleton<ISecretVault>(new ListedVault());
        services.AddSage100(Connected.Section("Isthmus:Connections:sage-100",
            ("BaseAddress", "https://sage.example/agent/v1"), ("Company", "ABC"), ("Surface:WriteCustomer", "soap")));
        services.AddSage100Soap(Connected.Section("Isthmus:Connections:sage-100-soap"));
        using var app = services.BuildServiceProvider();
        var problem = Assert.Single(app.ConnectionProblems());
        Assert.Equal("Isthmus:Connections:sage-100:Surface", problem.Name);
        Assert.Null(app.GetService<SageSoapClient>());
    }

    [Fact]
    public void An_installation_without_it_starts_as_before()
    {
        var services = new ServiceCollection();
        services.AddSingleton<ISecretVault>(new ListedVault());
        services.AddSage100(Connected.Section("Isthmus:Connections:sage-100", ("BaseAddress", "https://sage.example/agent/v1"), ("Company", "ABC")));
        services.AddSage100Soap(Connected.Section("Isthmus:Connections:sage-100-soap"));
        using var app = services.BuildServiceProvider();
        Assert.Empty(app.ConnectionProblems());
        Assert.Contains(app.GetRequiredService<SageSurfaces>().Choices, choice => choice.Why == "The connection sage-100-soap is not set up.");
    }
}
