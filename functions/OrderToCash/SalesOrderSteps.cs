using Isthmus.Connectors.ZohoInventory;
using Isthmus.Core.Canonical;
using Isthmus.Core.Payloads;
using Isthmus.Functions.Steps;
using Isthmus.Functions.Stock;
using Microsoft.Azure.Functions.Worker;

namespace Isthmus.Functions.OrderToCash;

/// <summary>Writes the sales order at Zoho, once, and confirms it.</summary>
public sealed class SalesOrderSteps(
    ZohoInventoryClient zoho, ZohoOrderMapping mapping, IPayloadStore payloads, DocumentWriter documents, OversellingGuard stock,
    StepRunner steps)
{
    /// <summary>
    /// Creates the sales order, or finds the one that an earlier try left, and confirms it; confirming a confirmed one changes
    /// nothing.
    /// </summary>
    [Function(nameof(CreateSalesOrder))]
    public Task<StepResult<ZohoDocument>> CreateSalesOrder([ActivityTrigger] Step<OrderForZoho> step) =>
        steps.RunAsync(step, "create the sales order", async (input, notes) =>
        {
            zoho.BeginTurn();
            var json = await payloads.GetAsync(input.Head.Order);
            var order = CanonicalJson.Read<SalesOrder>(json);
            var body = await mapping.MapAsync(
                "order-to-zoho-salesorder", json, order, input.ContactId, input.Head.Number, [], notes);
            var salesOrder = await documents.WriteAsync(
                new DocumentWrite("zoho-inventory.salesorder", input.Head.OrderKey, input.Head.Number, step.RunId, "salesorder")
                {
                    Create = () => zoho.CreateSalesOrderAsync(body, CancellationToken.None),
                    KeepsLines = true,
                    Find = () => zoho.FindSalesOrderAsync(input.Head.Number, CancellationToken.None),
                    Total = new Money(order.Total, order.Currency),
                },
                notes);
            await stock.NoteAsync(order);
            await zoho.ConfirmSalesOrderAsync(salesOrder.Id, CancellationToken.None);
            return salesOrder;
        });
}
