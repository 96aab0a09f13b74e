using Isthmus.Connectors.Checks;
using Isthmus.Connectors.Http;
using Isthmus.Connectors.Options;
using Isthmus.Connectors.Secrets;
using Isthmus.Core.Vault;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Connectors.Stripe;

/// <summary>Adds the Stripe connection to an app.</summary>
public static class StripeRegistration
{
    /// <summary>
    /// Adds <see cref="StripeOptions"/>, <see cref="StripeClient"/> and its check. Needs an <see cref="ISecretVault"/>.
    /// </summary>
    /// <param name="services">The app's services.</param>
    /// <param name="section">The configuration of the connection.</param>
    public static IServiceCollection AddStripe(this IServiceCollection services, IConfigurationSection section)
    {
        services.AddConnectionOptions<StripeOptions>(section);
        services.AddConnectionClient(StripeOptions.Id);
        services.AddSingleton(Client);
        services.AddSingleton<IConnectionCheck>(app => new StripeCheck(
            app.GetRequiredService<StripeOptions>(), app.GetRequiredService<StripeClient>(), Vault(app)));
        return services;
    }

    private static StripeClient Client(IServiceProvider app)
    {
        var options = app.GetRequiredService<StripeOptions>();
        var pipeline = app.CreatePipeline(StripeOptions.Id, options.Limits, StripeErrors.Judge);
        return new StripeClient(new StripeTransport(options, pipeline, Vault(app)), pipeline.Time);
    }

    private static VaultReader Vault(IServiceProvider app) => new(app.GetRequiredService<ISecretVault>(), StripeOptions.Id);
}
