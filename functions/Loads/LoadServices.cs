using Isthmus.Core.Loads;
using Isthmus.Functions.Loads.Customers;
using Isthmus.Functions.Loads.Items;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Functions.Loads;

/// <summary>What loads are made of.</summary>
internal static class LoadServices
{
    public static void AddLoads(this IServiceCollection services, IConfigurationSection section)
    {
        services.Configure<LoadOptions>(section);
        services
            .AddSingleton<LoadStore>()
            .AddSingleton<LoadedRecords>()
            .AddSingleton<LoadKinds>()
            .AddSingleton<LoadStarts>()
            .AddSingleton<LoadReports>()
            .AddSingleton<PageCarrier>()
            .AddSingleton<RefusedRecords>()
            .AddSingleton<ContactIndex>()
            .AddSingleton<ContactTerms>()
            .AddSingleton<LoadedContacts>()
            .AddSingleton<ILoadKind, ItemLoad>()
            .AddSingleton<ILoadKind, CustomerLoad>();
    }
}
