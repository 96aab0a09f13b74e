using Isthmus.Connectors.Checks;
using Isthmus.Connectors.Http;
using Isthmus.Connectors.Options;
using Isthmus.Connectors.Secrets;
using Isthmus.Connectors.Zoho;
using Isthmus.Core.Failures;
using Isthmus.Core.Vault;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Connectors.ZohoCrm;

/// <summary>Adds the Zoho CRM connection to an app.</summary>
public static class ZohoCrmRegistration
{
    private const string ApiPath = "/crm/v8";

    /// <summary>
    /// Adds <see cref="ZohoCrmOptions"/>, <see cref="ZohoCrmClient"/> and its check. Without the section the client is there
    /// and refuses every call, and nothing is checked: <see cref="ZohoCrmOptions.IsSetUp"/> is false. Needs an
    /// <see cref="ISecretVault"/>.
    /// </summary>
    /// <param name="services">The app's services.</param>
    /// <param name="section">The configuration of the connection.</param>
    public static IServiceCollection AddZohoCrm(this IServiceCollection services, IConfigurationSection section)
    {
        services.AddConnectionClient(ZohoCrmOptions.Id);
        services.AddSingleton(Client);
        services.AddKeyedSingleton(ZohoCrmOptions.Id, (app, _) => Tokens(app));
        if (!section.Exists()) return services.AddSingleton(new ZohoCrmOptions());
        services.AddConnectionOptions<ZohoCrmOptions>(section);
        services.AddSingleton<IConnectionCheck>(app => new ZohoCrmCheck(
            Options(app), app.GetRequiredService<ZohoCrmClient>(), SharedTokens(app), Vault(app)));
        return services;
    }

    private static ZohoCrmClient Client(IServiceProvider app)
    {
        var (options, time) = (Options(app), app.GetRequiredService<TimeProvider>());
        var credits = new CrmCredits(options, time);
        var errors = new CrmErrors(credits, new CrmThrottle(credits, time));
        var pipeline = app.CreatePipeline(ZohoCrmOptions.Id, options.Limits, errors.Judge);
        var transport = new ZohoTransport(ApiPath, pipeline, SharedTokens(app));
        // Who watches the writes may need the client itself.
        var watchers = new Lazy<IReadOnlyList<ICrmWriteWatcher>>(() => [.. app.GetServices<ICrmWriteWatcher>()]);
        return new ZohoCrmClient(new ZohoCrmApi(transport, credits, new CrmPlaces(options)), watchers);
    }

    private static ZohoTokens Tokens(IServiceProvider app)
    {
        var time = app.GetRequiredService<TimeProvider>();
        if (!Options(app).IsSetUp) return new ZohoTokens(_ => throw new FailureException(NotSetUp()), time);
        return ZohoTokenRegistration.Create(app, ZohoCrmOptions.Id, Options(app), Options(app).Limits, Vault(app));
    }

    private static Failure NotSetUp() => new(
        FailureClass.Permanent, ZohoCrmOptions.Id, "call Zoho CRM", "not-set-up", "The connection is not set up.",
        "Set Isthmus:Connections:zoho-crm.");

    private static ZohoTokens SharedTokens(IServiceProvider app) => app.GetRequiredKeyedService<ZohoTokens>(ZohoCrmOptions.Id);

    private static ZohoCrmOptions Options(IServiceProvider app) => app.GetRequiredService<ZohoCrmOptions>();

    private static VaultReader Vault(IServiceProvider app) => new(app.GetRequiredService<ISecretVault>(), ZohoCrmOptions.Id);
}
