using Isthmus.Connectors.Checks;
using Isthmus.Connectors.Http;
using Isthmus.Connectors.Options;
using Isthmus.Connectors.Secrets;
using Isthmus.Core.Vault;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Connectors.Sage100;

/// <summary>Adds the Sage 100 connection to an app.</summary>
public static class SageRegistration
{
    /// <summary>
    /// Adds <see cref="SageOptions"/>, <see cref="SageAgentClient"/> and its check. Needs an <see cref="ISecretVault"/>.
    /// </summary>
    /// <param name="services">The app's services.</param>
    /// <param name="section">The configuration of the connection.</param>
    public static IServiceCollection AddSage100(this IServiceCollection services, IConfigurationSection section)
    {
        services.AddConnectionOptions<SageOptions>(section);
        services.AddConnectionClient(SageOptions.Id);
        services.AddSingleton(Client);
        services.AddSingleton<IConnectionCheck>(app => new SageCheck(
            app.GetRequiredService<SageOptions>(), app.GetRequiredService<SageAgentClient>(), Vault(app)));
        return services;
    }

    private static SageAgentClient Client(IServiceProvider app)
    {
        var options = app.GetRequiredService<SageOptions>();
        var pipeline = app.CreatePipeline(SageOptions.Id, options.Limits, SageErrors.Judge);
        return new SageAgentClient(options, new SageTransport(options, pipeline, Vault(app)), pipeline.Time);
    }

    private static VaultReader Vault(IServiceProvider app) => new(app.GetRequiredService<ISecretVault>(), SageOptions.Id);
}
