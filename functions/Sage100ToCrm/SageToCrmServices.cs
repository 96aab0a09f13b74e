using Isthmus.Core.MasterData;
using Isthmus.Functions.Operators;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Functions.Sage100ToCrm;

/// <summary>What the flows from Sage 100 to the CRM are made of.</summary>
internal static class SageToCrmServices
{
    public static void AddSage100ToCrm(this IServiceCollection services, IConfigurationSection section) => services
        .AddSingleton(_ => SageToCrmSettings.Read(section))
        .AddSingleton<IConnectionFacts, SageFacts>()
        .AddSingleton<OpenInvoicesOnAccount>()
        .AddSingleton<IFollowedOrders, FollowedOrders>()
        .AddSingleton<IMasterFlow, CustomersToCrm>()
        .AddSingleton<IMasterFlow, ContactsToCrm>()
        .AddSingleton<IMasterFlow, VendorsToCrm>()
        .AddSingleton<IMasterFlow, ItemsToCrm>()
        .AddSingleton<IMasterFlow, OrdersToCrm>()
        .AddSingleton<IMasterFlow, InvoicesToCrm>()
        .AddSingleton<IMasterFlow, LedgerAccountsToCrm>();
}
