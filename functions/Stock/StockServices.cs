using Isthmus.Core.Stock;
using Isthmus.Functions.Polling;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Functions.Stock;

/// <summary>What the stock's flow is made of.</summary>
internal static class StockServices
{
    public static void AddStock(this IServiceCollection services, IConfigurationSection section)
    {
        services.Configure<StockOptions>(section);
        services
            .AddSingleton<StockStore>()
            .AddSingleton<StockPlaces>()
            .AddSingleton<ZohoQuantities>()
            .AddSingleton<StockDrift>()
            .AddSingleton<OwnSaleStore>()
            .AddSingleton<OwnSales>()
            .AddSingleton<PollRounds>()
            .AddSingleton<StockFeed>()
            .AddSingleton<StockBatches>()
            .AddSingleton<StockPoll>()
            .AddSingleton<AdjustmentWriter>()
            .AddSingleton<RefusedStock>()
            .AddSingleton<OversellingGuard>();
    }
}
