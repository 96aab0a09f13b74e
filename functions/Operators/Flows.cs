using Isthmus.Functions.Cancellations;
using Isthmus.Functions.Customers;
using Isthmus.Functions.Deals;
using Isthmus.Functions.Deals.Invoices;
using Isthmus.Functions.Disputes;
using Isthmus.Functions.Items.ToSage;
using Isthmus.Functions.Items.ToZoho;
using Isthmus.Functions.Loads;
using Isthmus.Functions.MasterData;
using Isthmus.Functions.OrderToCash;
using Isthmus.Functions.Payouts;
using Isthmus.Functions.Purchasing;
using Isthmus.Functions.Refunds.FromStripe;
using Isthmus.Functions.Refunds.FromZoho;
using Isthmus.Functions.Refunds.ToSage;
using Isthmus.Functions.SalesOrders;
using Isthmus.Functions.Shipments;
using Isthmus.Functions.Stock;

namespace Isthmus.Functions.Operators;

/// <summary>Every flow that has runs.</summary>
public static class Flows
{
    /// <summary>Events that could not be routed to a flow, try as we might.</summary>
    public const string Event = "event";

    /// <summary>Their names.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        OrderToCashOrchestration.Flow, SalesOrderToSageOrchestration.Flow, ShipmentToSageOrchestration.Flow,
        RefundToZohoOrchestration.Flow, CreditNoteOrchestration.Flow, RefundToStripeOrchestration.Flow, CreditNoteToSageOrchestration.Flow,
        PayoutReconciliationOrchestration.Flow, PayoutLineOrchestration.Flow, PayoutReversalOrchestration.Flow, DailyProofOrchestration.Flow,
        StockToZohoOrchestration.Flow, ItemToZohoOrchestration.Flow, ItemToSageOrchestration.Flow,
        PurchaseToZohoOrchestration.Flow, PurchaseToSageOrchestration.Flow,
        DisputeOrchestration.Flow, CancellationOrchestration.Flow,
        LoadOrchestration.Flow, LoadRecordOrchestration.Flow, CustomerOrchestration.Flow,
        MasterRecordOrchestration.Flow, MasterRecordOrchestration.Looks,
        DealOrchestration.Flow, DealInvoicesOrchestration.Flow, Event,
    ];
}
