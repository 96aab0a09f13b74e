using System.Text.Json;
using Isthmus.Connectors.ZohoInventory;
using Isthmus.Core.Canonical;
using Isthmus.Core.Payloads;
using Isthmus.Functions.Steps;
using Microsoft.Azure.Functions.Worker;

namespace Isthmus.Functions.OrderToCash;

/// <summary>Bills the sales order at Zoho, once, and marks the invoice as sent.</summary>
public sealed class InvoiceSteps(
    ZohoInventoryClient zoho, ZohoOrderMapping mapping, IPayloadStore payloads, DocumentWriter documents, StepRunner steps)
{
    /// <summary>
    /// Creates the invoice of a sales order, or finds the one that an earlier try left, and marks it as sent, which books it;
    /// marking a sent one changes nothing.
    /// </summary>
    [Function(nameof(CreateInvoice))]
    public Task<StepResult<ZohoDocument>> CreateInvoice([ActivityTrigger] Step<OrderToInvoice> step) =>
        steps.RunAsync(step, "create the invoice", async (input, notes) =>
        {
            zoho.BeginTurn();
            var json = await payloads.GetAsync(input.Head.Order);
            var order = CanonicalJson.Read<SalesOrder>(json);
            var lineIds = JsonSerializer.Deserialize<string[]>((await payloads.GetAsync(input.SalesOrder.Lines!)).Span)!;
            var body = await mapping.MapAsync(
                "order-to-zoho-invoice", json, order, input.ContactId, input.SalesOrder.Number, lineIds, notes);
            var invoice = await documents.WriteAsync(
                new DocumentWrite("zoho-inventory.invoice", input.Head.OrderKey, input.SalesOrder.Number, step.RunId, "invoice")
                {
                    Create = () => zoho.CreateInvoiceAsync(input.SalesOrder.Id, body, CancellationToken.None),
                    Find = () => zoho.FindInvoiceAsync(input.SalesOrder.Number, CancellationToken.None),
                    Total = new Money(order.Total, order.Currency),
                },
                notes);
            await zoho.MarkInvoiceSentAsync(invoice.Id, CancellationToken.None);
            return invoice;
        });
}
