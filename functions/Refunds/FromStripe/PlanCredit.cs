using System.Globalization;
using System.Text.Json;
using Isthmus.Connectors.ZohoInventory;
using Isthmus.Core.Canonical;
using Isthmus.Core.CrossReferences;
using Isthmus.Core.Payloads;
using Isthmus.Functions.Mapping;
using Isthmus.Functions.Steps;
using Microsoft.Azure.Functions.Worker;

namespace Isthmus.Functions.Refunds.FromStripe;

/// <summary>Decides what a refund credits of its invoice, as the invoice and the sales order stand in Zoho.</summary>
public sealed class PlanCredit(
    ZohoInventoryClient zoho, IPayloadStore payloads, BilledLines billed, UnitsToCredit units, CreditedUnits credited,
    CrossReferenceStore references, Amounts amounts, StepRunner steps)
{
    private const string TurnTarget = "zoho-inventory.invoice-credit";

    /// <summary>The activity; the plan is kept, so that a repeat of later steps follows the same one.</summary>
    [Function(nameof(PlanCredit))]
    public Task<StepResult<PlannedCredit>> Run([ActivityTrigger] Step<RefundHead> step) =>
        steps.RunAsync(step, "plan the credit", async (head, notes) =>
        {
            var refund = CanonicalJson.Read<Refund>(await payloads.GetAsync(head.Refund));
            var invoice = await zoho.GetInvoiceAsync(head.InvoiceId, CancellationToken.None);
            var total = amounts.Minor(invoice.NeedNumber("total", ZohoInventoryOptions.Id), refund.Currency);
            var sold = billed.Of(invoice, refund.Currency);
            var returned = Returned(head.Returned);
            var lines = returned.Count == 0 && refund.Amount != total
                ? CreditPlanning.Plan(sold, total, refund.Amount, returned)
                : await TakeTurnAsync(head, step.RunId, async () =>
                    CreditPlanning.Plan(await units.OfAsync(sold, head), total, refund.Amount, returned));
            var credit = Credit(head, refund, invoice, lines);
            var returns = lines.Any(line => line.Goods);
            notes.Detail = lines.Any(line => line.InvoiceLineId is not null)
                ? $"{lines.Count} lines of invoice {credit.OrderNumber}{(returns ? ", shipped goods are expected back" : "")}."
                : $"Money only, split over {lines.Count} lines of invoice {credit.OrderNumber}.";
            return new PlannedCredit(head, await payloads.PutAsync(CanonicalJson.Write(credit)), returns);
        });

    /// <summary>Refunds that name goods of one invoice are planned one after the other.</summary>
    private async Task<IReadOnlyList<CreditLine>> TakeTurnAsync(RefundHead head, string runId, Func<Task<IReadOnlyList<CreditLine>>> plan)
    {
        var turn = await references.ClaimAsync("crediting|" + head.InvoiceId, TurnTarget, runId);
        if (turn.State == ClaimState.Taken) throw Refusals.InvoiceBusy();
        try
        {
            var lines = await plan();
            await credited.KeepAsync(head.InvoiceId, head.RefundId, lines);
            return lines;
        }
        finally { await references.ReleaseAsync(turn, runId); }
    }

    private static Credit Credit(RefundHead head, Refund refund, JsonElement invoice, IReadOnlyList<CreditLine> lines) => new()
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
