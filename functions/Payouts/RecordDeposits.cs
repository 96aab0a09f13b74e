using System.Text.Json;
using Isthmus.Connectors.ZohoInventory;
using Isthmus.Core.Audit;
using Isthmus.Core.Canonical;
using Isthmus.Core.Mapping;
using Isthmus.Core.Reconciliation;
using Isthmus.Functions.Mapping;
using Isthmus.Functions.Steps;
using Microsoft.Azure.Functions.Worker;

namespace Isthmus.Functions.Payouts;

/// <summary>
/// Gives the customer payments of a payout their fee as bank charges, a day at a time: the day's payments are listed, 200 a call,
/// and only those that lack it are changed.
/// </summary>
public sealed class RecordDeposits(
    ZohoInventoryClient zoho, ZohoInventoryOptions zohoOptions, ReconciliationStore store, StripeAmounts amounts, Mapper mapper, AuditTrail audit,
    PayoutOptions rules, StepRunner steps)
{
    /// <summary>An activity changes no more; what is left is the next one's.</summary>
    private const int MostWrites = 200;

    /// <summary>The activity.</summary>
    [Function(nameof(RecordDeposits))]
    public Task<StepResult<DepositsWritten>> Run([ActivityTrigger] Step<DepositDay> step) =>
        steps.RunAsync(step, "record the fees", async (asked, notes) =>
        {
            if (!rules.RecordDeposits) return new DepositsWritten(null, 0);
            var (day, charges, later) = await DayAsync(asked);
            if (charges.Count == 0) return new DepositsWritten(later, 0);
            var written = 0;
            await foreach (var row in zoho.ListPaymentsOfAsync(day, CancellationToken.None))
            {
                if (row.FindText("reference_number") is not { } charge || !charges.TryGetValue(charge, out var line) || Has(row, line)) continue;
                if (written == MostWrites) return await EndAsync(step, notes, day, written);
                await WriteAsync(step.RunId, row.NeedText("payment_id", ZohoInventoryOptions.Id), line, notes);
                written++;
            }
            return await EndAsync(step, notes, later, written);
        });

    private async Task<DepositsWritten> EndAsync(Step<DepositDay> step, StepNotes notes, DateOnly? next, int written)
    {
        notes.Detail = $"{written} payments were given their fee.";
        if (written > 0 && await store.FindAsync(step.Input.PayoutId) is { } payout)
            await store.NoteAsync(payout, new PayoutNotes(Deposits: payout.Deposits + written));
        return new DepositsWritten(next, written);
    }

    /// <summary>The charges of the first day that has any, and the day after it; lines are stored in order of time.</summary>
    private async Task<(DateOnly Day, Dictionary<string, PayoutLine> Charges, DateOnly? Later)> DayAsync(DepositDay asked)
    {
        var charges = new Dictionary<string, PayoutLine>(StringComparer.Ordinal);
        DateOnly? day = null;
        await foreach (var line in store.LinesAsync(asked.PayoutId, LineState.Matched))
        {
            if (line.Kind != LineKind.Charge || line.Source is null || line.PresentmentCurrency != line.Currency) continue;
            var at = DateOnly.FromDateTime(line.At.UtcDateTime);
            if (at < asked.From) continue;
            if (at > (day ??= at)) return (day.Value, charges, at);
            charges[line.Source] = line;
        }
        return (day ?? asked.From, charges, null);
    }

    private bool Has(JsonElement payment, PayoutLine line) =>
        payment.FindNumber("bank_charges") == amounts.Decimal(line.Fee, line.Currency)
        && (zohoOptions.DepositAccountId.Length == 0 || payment.FindText("account_id") == zohoOptions.DepositAccountId);

    private async Task WriteAsync(string run, string payment, PayoutLine line, StepNotes notes)
    {
        var variables = new Dictionary<string, string>();
        if (zohoOptions.DepositAccountId.Length > 0) variables["accountId"] = zohoOptions.DepositAccountId;
        var body = mapper.Map("payout-line-to-zoho-deposit", CanonicalJson.Write(line), notes, new MappingContext { Variables = variables });
        await zoho.UpdatePaymentAsync(payment, body, CancellationToken.None);
        await audit.AddAsync(run, "record fee", "zoho-inventory.payment/" + payment, "written", notes.Mapping, notes.Fields);
    }
}
