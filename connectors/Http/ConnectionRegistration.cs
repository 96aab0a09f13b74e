using System.Net;
using Isthmus.Core.Connections;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Isthmus.Connectors.Http;

/// <summary>The HTTP client of a connection: pooled, without redirects, cookies or logs that could hold a value.</summary>
internal static class ConnectionRegistration
{
    public static IServiceCollection AddConnectionClient(this IServiceCollection services, string connection)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IConnectionGate, OpenGate>();
        services.AddHttpClient(connection)
            .ConfigureHttpClient(client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                AutomaticDecompression = DecompressionMethods.All,
                ConnectTimeout = TimeSpan.FromSeconds(10),
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
        return services;
    }
}
