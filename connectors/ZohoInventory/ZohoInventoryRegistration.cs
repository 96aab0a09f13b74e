using Isthmus.Connectors.Checks;
using Isthmus.Connectors.Http;
using Isthmus.Connectors.Options;
using Isthmus.Connectors.Secrets;
using Isthmus.Connectors.Zoho;
using Isthmus.Core.Vault;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Connectors.ZohoInventory;

/// <summary>Adds the Zoho Inventory connection to an app.</summary>
public static class ZohoInventoryRegistration
{
    private const string ApiPath = "/inventory/v1";

    /// <summary>
    /// Adds <see cref="ZohoInventoryOptions"/>, <see cref="ZohoInventoryClient"/> and its check. Needs an
    /// <see cref="ISecretVault"/>.
    /// </summary>
    /// <param name="services">The app's services.</param>
    /// <param name="section">The configuration of the connection.</param>
    public static IServiceCollection AddZohoInventory(this IServiceCollection services, IConfigurationSection section)
    {
        services.AddConnectionOptions<ZohoInventoryOptions>(section);
        services.AddConnectionClient(ZohoInventoryOptions.Id);
        services.AddKeyedSingleton(ZohoInventoryOptions.Id, (app, _) => ZohoTokenRegistration.Create(
            app, ZohoInventoryOptions.Id, Options(app), Options(app).Limits, Vault(app)));
        services.AddSingleton(Client);
        services.AddSingleton<IConnectionCheck>(app => new ZohoInventoryCheck(
            Options(app), app.GetRequiredService<ZohoInventoryClient>(), SharedTokens(app), Vault(app)));
        return services;
    }

    private static ZohoInventoryClient Client(IServiceProvider app)
    {
        var pipeline = app.CreatePipeline(ZohoInventoryOptions.Id, Options(app).Limits,
            (call, answer) => ZohoErrors.Judge(ZohoInventoryOptions.Id, call, answer));
        var transport = new ZohoTransport(ApiPath, pipeline, SharedTokens(app));
        return new ZohoInventoryClient(new ZohoInventoryApi(Options(app), transport));
    }

    private static ZohoTokens SharedTokens(IServiceProvider app) =>
        app.GetRequiredKeyedService<ZohoTokens>(ZohoInventoryOptions.Id);

    private static ZohoInventoryOptions Options(IServiceProvider app) => app.GetRequiredService<ZohoInventoryOptions>();

    private static VaultReader Vault(IServiceProvider app) =>
        new(app.GetRequiredService<ISecretVault>(), ZohoInventoryOptions.Id);
}
