using Isthmus.Connectors.Checks;
using Isthmus.Connectors.Http;
using Isthmus.Connectors.Options;
using Isthmus.Connectors.Sage100;
using Isthmus.Connectors.Secrets;
using Isthmus.Core.Vault;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Connectors.Sage100Soap;

/// <summary>Adds eBusiness Web Services beside the agent, where a company has set them up.</summary>
public static class SageSoapRegistration
{
    /// <summary>
    /// Adds <see cref="SageSurfaces"/>, and where the section is there <see cref="SageSoapClient"/> and its check. Needs the
    /// connection <c>sage-100</c>.
    /// </summary>
    /// <param name="services">The app's services.</param>
    /// <param name="section">The configuration of the connection.</param>
    public static IServiceCollection AddSage100Soap(this IServiceCollection services, IConfigurationSection section)
    {
        services.AddSingleton(app => new SageSurfaces(
            app.GetRequiredService<SageOptions>(), app.GetRequiredService<SageAgentClient>(), app.GetService<SageSoapClient>()));
        services.AddSingleton(app => new ReadOptions(
            SurfaceRules.Section, new SurfaceRules(app.GetRequiredService<SageOptions>().Surface, section.Exists()), []));
        if (!section.Exists()) return services;
        services.AddConnectionOptions<SageSoapOptions>(section);
        services.AddConnectionClient(SageSoapOptions.Id);
        services.AddSingleton(Client);
        services.AddHostedService<ContractAtStart>();
        services.AddSingleton<IConnectionCheck>(app => new SageSoapCheck(
            app.GetRequiredService<SageSoapOptions>(), app.GetRequiredService<SageSoapClient>(), Vault(app)));
        return services;
    }

    private static SageSoapClient Client(IServiceProvider app)
    {
        var options = app.GetRequiredService<SageSoapOptions>();
        var pipeline = app.CreatePipeline(SageSoapOptions.Id, options.Limits, SoapAnswers.Judge);
        return new SageSoapClient(options, new SageSoapTransport(options, pipeline), Vault(app));
    }

    private static VaultReader Vault(IServiceProvider app) => new(app.GetRequiredService<ISecretVault>(), SageSoapOptions.Id);
}
