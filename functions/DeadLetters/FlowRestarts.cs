using System.Text.Json;
using Isthmus.Core.DeadLetters;
using Isthmus.Functions.Cancellations;
using Isthmus.Functions.Customers;
using Isthmus.Functions.Deals;
using Isthmus.Functions.Deals.Invoices;
using Isthmus.Functions.Disputes;
using Isthmus.Functions.Items;
using Isthmus.Functions.Items.ToSage;
using Isthmus.Functions.Items.ToZoho;
using Isthmus.Functions.Loads;
using Isthmus.Functions.MasterData;
using Isthmus.Functions.OrderToCash;
using Isthmus.Functions.Payouts;
using Isthmus.Functions.Purchasing;
using Isthmus.Functions.Refunds;
using Isthmus.Functions.Refunds.FromStripe;
using Isthmus.Functions.Refunds.FromZoho;
using Isthmus.Functions.Refunds.ToSage;
using Isthmus.Functions.SalesOrders;
using Isthmus.Functions.Shipments;
using Isthmus.Functions.Stock;
using Microsoft.DurableTask;

namespace Isthmus.Functions.DeadLetters;

/// <summary>An orchestration and the input that starts it.</summary>
public sealed record FlowRestart(TaskName Orchestration, object Input);

/// <summary>How the flow of a dead letter is started again.</summary>
public static class FlowRestarts
{
    /// <summary>Reads the record afresh from its source; null for flows that cannot be started.</summary>
    public static FlowRestart? FromStart(DeadLetter letter) => letter.Flow switch
    {
        OrderToCashOrchestration.Flow => OrderToCash(new OrderToCashInput(letter.Key)),
        SalesOrderToSageOrchestration.Flow => SalesOrderToSage(new SalesOrderToSageInput(letter.Key)),
        ShipmentToSageOrchestration.Flow => new(nameof(ShipmentToSageOrchestration.ShipmentToSage), new ShipmentToSageInput(letter.Key)),
        RefundToZohoOrchestration.Flow or CreditNoteOrchestration.Flow or RefundToStripeOrchestration.Flow
            or CreditNoteToSageOrchestration.Flow => RefundRestarts.FromStart(letter),
        CancellationOrchestration.Flow => new(nameof(CancellationOrchestration.CancelOrder), new CancellationInput(letter.Key)),
        StockToZohoOrchestration.Flow => new(nameof(StockToZohoOrchestration.StockToZoho), new StockBatchInput(letter.Key)),
        ItemToZohoOrchestration.Flow => new(nameof(ItemToZohoOrchestration.ItemToZoho), new ItemInput(letter.Key)),
        ItemToSageOrchestration.Flow => new(nameof(ItemToSageOrchestration.ItemToSage), new ItemInput(letter.Key)),
        PurchaseToZohoOrchestration.Flow => new(nameof(PurchaseToZohoOrchestration.PurchaseToZoho), new PurchaseInput(letter.Key)),
        PurchaseToSageOrchestration.Flow => new(nameof(PurchaseToSageOrchestration.PurchaseToSage), new PurchaseInput(letter.Key)),
        DisputeOrchestration.Flow => new(nameof(DisputeOrchestration.FollowDispute), new DisputeInput(letter.Key)),
        CustomerOrchestration.Flow => CustomerRuns.Restart(letter.Key),
        DealOrchestration.Flow => new(nameof(DealOrchestration.CarryDeal), new DealInput(letter.Key)),
        DealInvoicesOrchestration.Flow => new(nameof(DealInvoicesOrchestration.ShowDealInvoices), new DealInvoicesInput(letter.Key)),
        LoadOrchestration.Flow => new(nameof(LoadOrchestration.Load), new LoadInput(letter.RunId, letter.Key)),
        LoadRecordOrchestration.Flow => new(nameof(LoadRecordOrchestration.LoadRecord), LoadRecordInput.OfBusinessKey(letter.Key)),
        MasterRecordOrchestration.Flow => new(
            nameof(MasterRecordOrchestration.MasterRecord), MasterRecordInput.OfBusinessKey(letter.Key)),
        _ => PayoutRestarts.FromStart(letter),
    };

    /// <summary>
    /// Goes on with the record as it was read; what was written before the failed step is found in the cross-references. Null
    /// where the run did not get past reading.
    /// </summary>
    /// <param name="letter">The entry.</param>
    /// <param name="payload">Reference of an edited copy of the record, or null for the record as it was.</param>
    public static FlowRestart? FromStep(DeadLetter letter, string? payload = null)
    {
        if (letter.Resume is not { } resume) return null;
        switch (letter.Flow)
        {
            case OrderToCashOrchestration.Flow:
                var cash = JsonSerializer.Deserialize<OrderToCashInput>(resume)!;
                return OrderToCash(cash with { Known = cash.Known! with { Order = payload ?? cash.Known.Order } });
            case SalesOrderToSageOrchestration.Flow:
                var sage = JsonSerializer.Deserialize<SalesOrderToSageInput>(resume)!;
                return SalesOrderToSage(sage with { Order = payload ?? sage.Order });
            case DealOrchestration.Flow: // what is not edited is read again, for the deal may be another one by now
                return new(nameof(DealOrchestration.CarryDeal), new DealInput(letter.Key, payload));
            default:
                return RefundRestarts.FromStep(letter, resume, payload);
        }
    }

    private static FlowRestart OrderToCash(OrderToCashInput input) => new(nameof(OrderToCashOrchestration.OrderToCash), input);

    private static FlowRestart SalesOrderToSage(SalesOrderToSageInput input) =>
        new(nameof(SalesOrderToSageOrchestration.SalesOrderToSage), input);
}
