using Isthmus.Functions.Purchasing.Polling;
using Isthmus.Functions.Purchasing.Receipts;
using Isthmus.Functions.Purchasing.ToSage;
using Isthmus.Functions.Purchasing.ToZoho;
using Isthmus.Functions.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Functions.Purchasing;

/// <summary>What the flows of purchasing are made of.</summary>
internal static class PurchasingServices
{
    public static void AddPurchasing(this IServiceCollection services, IConfigurationSection section)
    {
        services.Configure<PurchasingOptions>(section);
        services
            .AddSingleton<IEventRoute, SagePurchaseRoute>()
            .AddSingleton<IEventRoute, ZohoPurchaseRoute>()
            .AddSingleton<SagePurchaseFeeds>()
            .AddSingleton<ZohoPurchaseFeed>()
            .AddSingleton<SagePurchasePoll>()
            .AddSingleton<ZohoPurchasePoll>()
            .AddSingleton<PurchasePoll>()
            .AddSingleton<ZohoItems>()
            .AddSingleton<PairedOrders>()
            .AddSingleton<ZohoPurchaseBody>()
            .AddSingleton<SagePurchaseBody>()
            .AddSingleton<SageReceiptWriter>()
            .AddSingleton<ReceiptsToZoho>()
            .AddSingleton<ReceivesToSage>();
    }
}
