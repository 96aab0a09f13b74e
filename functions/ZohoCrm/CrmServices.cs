using Isthmus.Connectors.ZohoCrm;
using Isthmus.Functions.Operators;
using Isthmus.Functions.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Functions.ZohoCrm;

/// <summary>What the connection to Zoho CRM is made of.</summary>
internal static class CrmServices
{
    public static void AddCrm(this IServiceCollection services, IConfigurationSection section) => services
        .AddZohoCrm(section)
        .AddSingleton<CrmModuleNotices>()
        .AddSingleton<CrmModuleGate>()
        .AddSingleton<CrmGoneRecords>()
        .AddSingleton<CrmFieldsGate>()
        .AddSingleton<CrmFollowed>()
        .AddSingleton<CrmSights>()
        .AddSingleton<CrmOwnUser>()
        .AddSingleton<CrmEvents>()
        .AddSingleton<CrmNews>()
        .AddSingleton<CrmHandover>()
        .AddSingleton<CrmChannelBook>()
        .AddSingleton<ICrmWriteWatcher, CrmOwnWrites>()
        .AddSingleton<IEventRoute, CrmChangeRoute>()
        .AddSingleton<IConnectionFacts, CrmFacts>()
        .AddSingleton(CrmChangePoll.Create)
        .AddSingleton(CrmChannelKeeper.Create);
}
