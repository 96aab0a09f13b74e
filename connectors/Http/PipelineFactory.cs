using Isthmus.Core.Connections;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Connectors.Http;

/// <summary>Builds a connection's pipeline from the app's services; one pipeline a connection, for the whole process.</summary>
internal static class PipelineFactory
{
    public static CallPipeline CreatePipeline(this IServiceProvider app, string connection, CallLimits limits,
        Judge judge) => new(
        connection, limits, app.GetRequiredService<IHttpClientFactory>(), app.GetRequiredService<TimeProvider>(), judge,
        app.GetRequiredService<IConnectionGate>());
}
