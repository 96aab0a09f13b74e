using Isthmus.Core.Reconciliation;
using Isthmus.Functions.Polling;
using Isthmus.Functions.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Isthmus.Functions.Payouts;

/// <summary>What the payouts' flows are made of.</summary>
internal static class PayoutServices
{
    public static void AddPayouts(this IServiceCollection services, IConfigurationSection section)
    {
        services
            .AddSingleton(_ => PayoutSettings.Read(section))
            .AddSingleton<ReconciliationStore>()
            .AddSingleton<IEventRoute, PayoutRoute>()
            .AddSingleton<StripeDeliverySweep>()
            .AddSingleton<StripeAmounts>()
            .AddSingleton<StripeLines>()
            .AddSingleton<RefundRecords>()
            .AddSingleton<MoneyUnderWay>()
            .AddSingleton<LineMatching>()
            .AddSingleton<OpenLines>()
            .AddSingleton<PayoutPosting>()
            .AddSingleton<PayoutCsv>()
            .AddSingleton<DayAtStripe>()
            .AddSingleton<DayInZoho>()
            .AddSingleton<DayInSage>()
            .AddSingleton<CreditsInSage>();
    }
}
