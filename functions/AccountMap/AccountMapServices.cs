using Isthmus.Core.AccountMap;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Functions.AccountMap;

/// <summary>What the mapping table of accounts is made of.</summary>
internal static class AccountMapServices
{
    public static void AddAccountMap(this IServiceCollection services, IConfigurationSection section)
    {
        services.Configure<AccountMapOptions>(section);
        services
            .AddSingleton<AccountMapStore>()
            .AddSingleton<AccountMapView>()
            .AddSingleton<NewAccountRows>()
            .AddSingleton<AccountKeys>()
            .AddSingleton<MergedAccounts>()
            .AddSingleton<ShownAccounts>()
            .AddSingleton<BooksAccounts>()
            .AddSingleton<AccountAlignment>()
            .AddSingleton<AccountRowLook>()
            .AddSingleton<AccountMapLook>();
    }
}
