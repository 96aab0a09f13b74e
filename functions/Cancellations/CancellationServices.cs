using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Functions.Cancellations;

/// <summary>What the flow of cancellations is made of.</summary>
internal static class CancellationServices
{
    public static IServiceCollection AddCancellations(this IServiceCollection services, IConfigurationSection section) => services
        .Configure<CancellationOptions>(section)
        .AddSingleton<VoidedOrders>();
}
