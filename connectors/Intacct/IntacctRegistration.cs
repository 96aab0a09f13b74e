using Isthmus.Connectors.Checks;
using Isthmus.Connectors.Http;
using Isthmus.Connectors.Intacct.Sessions;
using Isthmus.Connectors.Options;
using Isthmus.Connectors.Secrets;
using Isthmus.Core.Vault;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Connectors.Intacct;

/// <summary>Adds the Sage Intacct connection to an app.</summary>
public static class IntacctRegistration
{
    /// <summary>
    /// Adds <see cref="IntacctOptions"/>, <see cref="IntacctClient"/> and its check. Needs an <see cref="ISecretVault"/>.
    /// </summary>
    /// <param name="services">The app's services.</param>
    /// <param name="section">The configuration of the connection.</param>
    public static IServiceCollection AddSageIntacct(this IServiceCollection services, IConfigurationSection section)
    {
        services.AddConnectionOptions<IntacctOptions>(section);
        services.AddConnectionClient(IntacctOptions.Id);
        services.AddSingleton(Client);
        services.AddSingleton<IConnectionCheck>(app => new IntacctCheck(
            app.GetRequiredService<IntacctOptions>(), app.GetRequiredService<IntacctClient>(), Vault(app)));
        return services;
    }

    private static IntacctClient Client(IServiceProvider app)
    {
        var options = app.GetRequiredService<IntacctOptions>();
        var pipeline = app.CreatePipeline(IntacctOptions.Id, options.Limits, new IntacctErrors(options).Judge);
        var gateway = new IntacctGateway(options, pipeline, Vault(app));
        return new IntacctClient(options, new IntacctTransport(gateway, new IntacctSessions(gateway.OpenAsync, pipeline.Time)),
            pipeline.Time);
    }

    private static VaultReader Vault(IServiceProvider app) => new(app.GetRequiredService<ISecretVault>(), IntacctOptions.Id);
}
