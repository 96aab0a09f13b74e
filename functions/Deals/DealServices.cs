using Isthmus.Core.Deals;
using Isthmus.Functions.Deals.Invoices;
using Isthmus.Functions.Deals.Ordering;
using Isthmus.Functions.Deals.Reading;
using Isthmus.Functions.ZohoCrm;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Functions.Deals;

/// <summary>What the flows of deals are made of.</summary>
internal static class DealServices
{
    public static void AddDeals(this IServiceCollection services, IConfigurationSection section)
    {
        services.Configure<DealOptions>(section);
        services.AddSingleton<DealRules>().AddSingleton<DealStore>();
        if (!section.GetValue<bool>(nameof(DealOptions.Enabled))) return;
        services
            .AddSingleton<DealStages>()
            .AddSingleton<DealProducts>()
            .AddSingleton<HomeCurrency>()
            .AddSingleton<IDealLines, QuoteLines>()
            .AddSingleton<IDealLines, SubformLines>()
            .AddSingleton<IDealLines, RelatedProducts>()
            .AddSingleton<DealReading>()
            .AddSingleton<WonDeals>()
            .AddSingleton<OrderedDeals>()
            .AddSingleton<DealView>()
            .AddSingleton<BooksOrders>()
            .AddSingleton<BooksItems>()
            .AddSingleton<BooksCustomers>()
            .AddSingleton<DealOrderBody>()
            .AddSingleton<BooksInvoices>()
            .AddSingleton<DealInvoicePoll>()
            .AddSingleton<ICrmChangeHandler, DealChanges>();
    }
}
