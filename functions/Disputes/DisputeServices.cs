using Isthmus.Functions.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Functions.Disputes;

/// <summary>What the flow of disputes is made of.</summary>
internal static class DisputeServices
{
    public static IServiceCollection AddDisputes(this IServiceCollection services, IConfigurationSection section) => services
        .Configure<DisputeOptions>(section)
        .AddSingleton<IEventRoute, DisputeRoute>();
}
