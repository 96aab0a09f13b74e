using Isthmus.Connectors.Checks;
using Isthmus.Connectors.Http;
using Isthmus.Connectors.Options;
using Isthmus.Connectors.Sage100.Outbound;
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
        var options = services.AddConnectionOptions<SageOptions>(section);
        services.AddConnectionClient(SageOptions.Id);
        services.AddOutbound(options);
        services.AddSingleton(Client);
        services.AddSingleton<IConnectionCheck>(app => new SageCheck(
            app.GetRequiredService<SageOptions>(), app.GetRequiredService<SageAgentClient>(), Vault(app)));
        return services;
    }

    private static void AddOutbound(this IServiceCollection services, SageOptions options)
    {
        services.AddSingleton(app => new AgentExchange(options.Outbound, app.GetRequiredService<TimeProvider>()));
        services.AddSingleton<AgentSeat>().AddSingleton<AgentDoor>();
        if (options.Mode == SageAgentMode.Outbound)
            services.AddHttpClient(SageOptions.Id).ConfigurePrimaryHttpMessageHandler(
                app => new OutboundHandler(app.GetRequiredService<AgentExchange>(), options.Limits.TryTimeout));
    }

    private static SageAgentClient Client(IServiceProvider app)
    {
        var options = app.GetRequiredService<SageOptions>();
        var pipeline = app.CreatePipeline(SageOptions.Id, options.Limits, SageErrors.Judge);
        return new SageAgentClient(options, new SageTransport(options, pipeline, Vault(app)), pipeline.Time);
    }

    private static VaultReader Vault(IServiceProvider app) => new(app.GetRequiredService<ISecretVault>(), SageOptions.Id);
}
