using Azure.Storage.Queues;
using Isthmus.Connectors.Options;
using Isthmus.Core.Mapping;
using Isthmus.Core.Tables;
using Isthmus.Functions.Customers;
using Isthmus.Functions.Deals;
using Isthmus.Functions.DeadLetters;
using Isthmus.Functions.Items;
using Isthmus.Functions.MasterData;
using Isthmus.Functions.Payouts;
using Isthmus.Functions.Purchasing;
using Isthmus.Functions.Refunds;
using Isthmus.Functions.Retention;
using Isthmus.Functions.Sage300ToCrm;
using Isthmus.Functions.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Isthmus.Functions.Hosting;

/// <summary>Refuses to start half-configured, and makes the tables and queues that are missing.</summary>
internal sealed class Startup(IServiceProvider services, IsthmusTables tables, QueueServiceClient queues) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellation)
    {
        services.RequireValidConnections();
        services.GetRequiredService<RetentionOptions>();
        services.GetRequiredService<PayoutOptions>();
        services.GetRequiredService<ItemOptions>();
        services.GetRequiredService<Sage300ToCrmOptions>();
        services.GetRequiredService<MasterDataOptions>();
        RefundRules.Require(services.GetRequiredService<IOptions<RefundOptions>>().Value);
        PurchasingRules.Require(services.GetRequiredService<IOptions<PurchasingOptions>>().Value);
        services.GetRequiredService<DealRules>().Require();
        services.GetRequiredService<MappingCatalog>();
        services.GetRequiredService<CustomerRules>();
        await tables.CreateAsync(cancellation);
        foreach (var queue in new[] { WebhookIntake.QueueName, PoisonedEvents.QueueName })
            await queues.GetQueueClient(queue).CreateIfNotExistsAsync(cancellationToken: cancellation);
    }

    public Task StopAsync(CancellationToken cancellation) => Task.CompletedTask;
}
