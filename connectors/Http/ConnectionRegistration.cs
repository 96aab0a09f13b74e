using System.Net;
using Isthmus.Core.Connections;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Isthmus.Connectors.Http;

/// <summary>The HTTP client of a connection: pooled, without redirects, and without logs that could hold a value.</summary>
internal static class ConnectionRegistration
{
    /// <param name="services">The app's services.</param>
    /// <param name="connection">The connection's id.</param>
    /// <param name="cookies">Where the server's cookies are kept; null to send none back.</param>
    public static IServiceCollection AddConnectionClient(
        this IServiceCollection services, string connection, Func<IServiceProvider, CookieContainer>? cookies = null)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IConnectionGate, OpenGate>();
        services.AddHttpClient(connection)
            .ConfigureHttpClient(client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(app => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = cookies is not null,
                CookieContainer = cookies?.Invoke(app) ?? new CookieContainer(),
                AutomaticDecompression = DecompressionMethods.All,
                ConnectTimeout = TimeSpan.FromSeconds(10),
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
        return services;
    }
}
