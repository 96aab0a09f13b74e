using System.Globalization;
using Isthmus.Connectors.ZohoInventory;
using Isthmus.Core.Canonical;
using Isthmus.Core.Payloads;
using Isthmus.Functions.Mapping;
using Isthmus.Functions.Steps;
using Microsoft.Azure.Functions.Worker;

namespace Isthmus.Functions.Refunds.FromStripe;

/// <summary>Decides what a refund credits of its invoice, as the invoice and the sales order stand in Zoho.</summary>
public sealed class PlanCredit(ZohoInventoryClient zoho, IPayloadStore payloads, BilledLines billed, Amounts amounts, StepRunner steps)
{
    /// <summary>The activity; the plan is kept, so that a repeat of later steps follows the same one.</summary>
    [Function(nameof(PlanCredit))]
    public Task<StepResult<PlannedCredit>> Run([ActivityTrigger] Step<RefundHead> step) =>
        steps.RunAsync(step, "plan the credit", async (head, notes) =>
        {
            var refund = CanonicalJson.Read<Refund>(await payloads.GetAsync(head.Refund));
            var invoice = await zoho.GetInvoiceAsync(head.InvoiceId, CancellationToken.None);
            var total = amounts.Minor(invoice.NeedNumber("total", ZohoInventoryOptions.Id), refund.Currency);
            var lines = CreditPlanning.Plan(billed.Of(invoice, refund.Currency), total, refund.Amount, Returned(head.Returned));
            var credit = new Credit
            {
                Key = head.RefundId,
                Number = head.Number,
                OrderNumber = invoice.FindText("invoice_number"),
                PaymentKey = head.PaymentIntent,
                Date = refund.Date,
                Currency = refund.Currency,
                CustomerId = invoice.NeedText("customer_id", ZohoInventoryOptions.Id),
                Reason = refund.Reason,
                Lines = lines,
                Total = lines.Sum(line => line.Total),
            };
            var returns = lines.Any(line => line.Goods) && await ShippedAsync(head.SalesOrderId, lines);
            notes.Detail = lines.Any(line => line.Goods)
                ? $"{lines.Count} lines of invoice {credit.OrderNumber}{(returns ? ", shipped goods are expected back" : "")}."
                : $"Money only, split over {lines.Count} lines of invoice {credit.OrderNumber}.";
            return new PlannedCredit(head, await payloads.PutAsync(CanonicalJson.Write(credit)), returns);
        });

    /// <summary>Sales returns are for shipped units only; what never left is just credited.</summary>
    private async Task<bool> ShippedAsync(string salesOrderId, IReadOnlyList<CreditLine> lines)
    {
        if (salesOrderId.Length == 0) return false;
        var order = await zoho.GetSalesOrderAsync(salesOrderId, CancellationToken.None);
        var shipped = order.NeedList("line_items", ZohoInventoryOptions.Id).ToDictionary(
            line => line.NeedText("line_item_id", ZohoInventoryOptions.Id),
            line => (line.FindNumber("quantity_shipped") ?? 0) - (line.FindNumber("quantity_returned") ?? 0));
        return lines.Where(line => line.Goods).GroupBy(line => line.OrderLineId ?? "")
            .All(same => shipped.GetValueOrDefault(same.Key) >= same.Sum(line => line.Quantity));
    }

    /// <summary><c>SKU:2,OTHER:1</c>; what cannot be read says nothing.</summary>
    internal static Dictionary<string, decimal> Returned(string? text)
    {
        var units = new Dictionary<string, decimal>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var at = part.LastIndexOf(':');
            if (at <= 0 || !decimal.TryParse(part[(at + 1)..], NumberStyles.Number, CultureInfo.InvariantCulture, out var count) || count <= 0)
                return [];
            units[part[..at].Trim()] = units.GetValueOrDefault(part[..at].Trim()) + count;
        }
        return units;
    }
}
