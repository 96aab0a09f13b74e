using Isthmus.Connectors.Sage100;
using Isthmus.Connectors.Sage100Soap;
using Isthmus.Connectors.Stripe;
using Isthmus.Connectors.ZohoInventory;
using Isthmus.Core.Audit;
using Isthmus.Core.Checkpoints;
using Isthmus.Core.Connections;
using Isthmus.Core.CrossReferences;
using Isthmus.Core.DeadLetters;
using Isthmus.Core.Failures;
using Isthmus.Core.Inbox;
using Isthmus.Core.Polling;
using Isthmus.Core.Runs;
using Isthmus.Core.Tables;
using Isthmus.Core.Vault;
using Isthmus.Functions.AccountMap;
using Isthmus.Functions.Cancellations;
using Isthmus.Functions.Connections;
using Isthmus.Functions.Console;
using Isthmus.Functions.Customers;
using Isthmus.Functions.DeadLetters;
using Isthmus.Functions.Deals;
using Isthmus.Functions.Disputes;
using Isthmus.Functions.IntacctToCrm;
using Isthmus.Functions.Items;
using Isthmus.Functions.Loads;
using Isthmus.Functions.Mapping;
using Isthmus.Functions.MasterData;
using Isthmus.Functions.Operators;
using Isthmus.Functions.OrderToCash;
using Isthmus.Functions.Payouts;
using Isthmus.Functions.Polling;
using Isthmus.Functions.Purchasing;
using Isthmus.Functions.Refunds;
using Isthmus.Functions.Refunds.FromStripe;
using Isthmus.Functions.Refunds.FromZoho;
using Isthmus.Functions.Retention;
using Isthmus.Functions.Sage300ToCrm;
using Isthmus.Functions.Sage100ToCrm;
using Isthmus.Functions.SalesOrders;
using Isthmus.Functions.Shipments;
using Isthmus.Functions.Steps;
using Isthmus.Functions.Stock;
using Isthmus.Functions.Webhooks;
using Isthmus.Functions.ZohoCrm;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Isthmus.Functions.Hosting;

/// <summary>Everything that the app is made of.</summary>
public static class IsthmusServices
{
    /// <summary>Adds the app's services; configuration lies under <c>Isthmus</c>.</summary>
    public static IServiceCollection AddIsthmus(this IServiceCollection services, IConfiguration configuration)
    {
        var isthmus = configuration.GetSection("Isthmus");
        services.TryAddSingleton(TimeProvider.System);
        services.AddStorage(configuration).AddSecrets(isthmus).AddMappings(isthmus);
        services.AddStripe(isthmus.GetSection("Connections:stripe"));
        services.AddZohoInventory(isthmus.GetSection("Connections:zoho-inventory"));
        services.AddSage100(isthmus.GetSection("Connections:sage-100"));
        services.AddSage100Soap(isthmus.GetSection("Connections:sage-100-soap"));
        services.AddLedgers().AddRetention(isthmus.GetSection("Retention")).AddFlows(isthmus);
        services.AddPayouts(isthmus.GetSection("Payouts"));
        services.AddStock(isthmus.GetSection("Stock"));
        services.AddCustomers(isthmus.GetSection("Customers"));
        services.AddItems(isthmus.GetSection("Items"));
        services.AddLoads(isthmus.GetSection("Loads"));
        services.AddMasterData(isthmus.GetSection("MasterData"));
        services.AddSage100ToCrm(isthmus.GetSection("Sage100ToCrm"));
        services.AddPurchasing(isthmus.GetSection("Purchasing"));
        services.AddCrm(isthmus.GetSection("Connections:zoho-crm"));
        services.AddSage300ToCrm(isthmus);
        services.AddIntacctToCrm(isthmus);
        services.AddDeals(isthmus.GetSection("Deals"));
        services.AddAccountMap(isthmus.GetSection("AccountMap"));
        services.AddHostedService<Startup>();
        return services;
    }

    private static IServiceCollection AddLedgers(this IServiceCollection services) => services
        .AddSingleton<IsthmusTables>()
        .AddSingleton<EventInbox>()
        .AddSingleton<CrossReferenceStore>()
        .AddSingleton<CheckpointStore>()
        .AddSingleton<SealedNotes>()
        .AddSingleton<RunStore>()
        .AddSingleton<RunFollowers>()
        .AddSingleton<DeadLetterStore>()
        .AddSingleton<RunSweep>()
        .AddSingleton<Circuits>()
        .AddSingleton<WaitingRuns>()
        .AddSingleton<IConnectionGate, ConnectionGate>()
        .AddSingleton<AuditTrail>();

    private static IServiceCollection AddRetention(this IServiceCollection services, IConfigurationSection section) => services
        .AddSingleton(_ => RetentionSettings.Read(section))
        .AddSingleton<NeededPayloads>()
        .AddSingleton<RetentionRound>();

    private static void AddFlows(this IServiceCollection services, IConfigurationSection isthmus)
    {
        services.Configure<FailurePolicyOptions>(isthmus.GetSection("Failures"));
        services.Configure<SalesOrderOptions>(isthmus.GetSection("SalesOrders"));
        services.Configure<OrderToCashOptions>(isthmus.GetSection("OrderToCash"));
        services
            .AddSingleton<WebhookIntake>()
            .AddSingleton<WebhookSecrets>()
            .AddSingleton<IEventRoute, PaymentRoute>()
            .AddCancellations(isthmus.GetSection("Cancellations"))
            .AddDisputes(isthmus.GetSection("Disputes"))
            .AddRefunds(isthmus.GetSection("Refunds"))
            .AddSingleton<IEventRoute, SalesOrderRoute>()
            .AddSingleton<IEventRoute, ShipmentRoute>()
            .AddSingleton<SagePackages>()
            .AddSingleton<FoundStripeEvents>()
            .AddSingleton<Poller>()
            .AddSingleton<FoundZohoChanges>()
            .AddSingleton<StripeEventSweep>()
            .AddSingleton<ZohoSalesOrderSweep>()
            .AddSingleton<ConsoleFiles>()
            .AddSingleton<HeldRecords>()
            .AddSingleton<WrittenRecords>()
            .AddSingleton<StepRunner>()
            .AddSingleton<PausedConnections>()
            .AddSingleton<ConnectionTending>()
            .AddSingleton<Resubmission>()
            .AddSingleton<RecordEdits>()
            .AddSingleton<Mapper>()
            .AddSingleton<Amounts>()
            .AddSingleton<ZohoSettings>()
            .AddSingleton<ItemCatalogue>()
            .AddSingleton<ItemResolution>()
            .AddSingleton<MissingItems>()
            .AddSingleton<ZohoOrderMapping>()
            .AddSingleton<DocumentWriter>()
            .AddSingleton<SageItems>()
            .AddSingleton<PendingOrders>()
            .AddSingleton<SageWriter>();
    }

    private static IServiceCollection AddRefunds(this IServiceCollection services, IConfigurationSection section) => services
        .Configure<RefundOptions>(section)
        .AddSingleton<IEventRoute, RefundRoute>()
        .AddSingleton<IEventRoute, RefundedChargeRoute>()
        .AddSingleton<IEventRoute, CreditNoteRoute>()
        .AddSingleton<RefundSweep>()
        .AddSingleton<BilledLines>()
        .AddSingleton<CreditedUnits>()
        .AddSingleton<UnitsToCredit>()
        .AddSingleton<BookedOrders>()
        .AddSingleton<BookedRefunds>()
        .AddSingleton<PaidInvoices>()
        .AddSingleton<RefundDays>()
        .AddSingleton<ReturnCredits>()
        .AddSingleton<ZohoRefundWriter>();
}
