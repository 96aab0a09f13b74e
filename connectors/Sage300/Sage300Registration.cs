using Isthmus.Connectors.Checks;
using Isthmus.Connectors.Http;
using Isthmus.Connectors.Options;
using Isthmus.Connectors.Secrets;
using Isthmus.Core.Vault;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Connectors.Sage300;

/// <summary>Adds the Sage 300 connection to an app.</summary>
public static class Sage300Registration
{
    /// <summary>
    /// Adds <see cref="Sage300Options"/>, <see cref="Sage300Client"/> and its check. Needs an <see cref="ISecretVault"/>.
    /// </summary>
    /// <param name="services">The app's services.</param>
    /// <param name="section">The configuration of the connection.</param>
    public static IServiceCollection AddSage300(this IServiceCollection services, IConfigurationSection section)
    {
        services.AddConnectionOptions<Sage300Options>(section);
        services.AddConnectionClient(Sage300Options.Id, app => app.GetRequiredService<Sage300Session>().Cookies);
        services.AddSingleton<Sage300Session>();
        services.AddSingleton(Client);
        services.AddSingleton<IConnectionCheck>(app => new Sage300Check(
            app.GetRequiredService<Sage300Options>(), app.GetRequiredService<Sage300Client>(), Vault(app)));
        return services;
    }

    private static Sage300Client Client(IServiceProvider app)
    {
        var options = app.GetRequiredService<Sage300Options>();
        var pipeline = app.CreatePipeline(Sage300Options.Id, options.Limits, app.GetRequiredService<Sage300Session>().Judge);
        return new Sage300Client(options, new Sage300Transport(options, pipeline, Vault(app)));
    }

    private static VaultReader Vault(IServiceProvider app) => new(app.GetRequiredService<ISecretVault>(), Sage300Options.Id);
}
