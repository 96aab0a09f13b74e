using System.Text.Json;
using Isthmus.Connectors.Sage100;
using Isthmus.Core.Canonical;
using Isthmus.Core.CrossReferences;
using Isthmus.Core.Failures;
using Isthmus.Core.Mapping;
using Isthmus.Core.Payloads;
using Isthmus.Functions.Mapping;
using Isthmus.Functions.SalesOrders;
using Isthmus.Functions.Steps;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace Isthmus.Functions.Refunds.ToSage;

/// <summary>
/// Writes the credit to Sage, once: as a credit memo, or as a return order where goods come back and the company wants that. Its
/// number is taken and remembered before it is written.
/// </summary>
public sealed class CreateSageCredit(
    SageAgentClient sage, SageOptions options, SageItems items, SageWriter writer, Mapper mapper, IPayloadStore payloads,
    CrossReferenceStore references, WrittenRecords records, Amounts amounts, IOptions<RefundOptions> rules, StepRunner steps)
{
    private static readonly SageDocument Memo = new("SO_Invoice", "InvoiceNo", "credit-to-sage-creditmemo", "sage-100.creditmemo", "Credit memo");
    private static readonly SageDocument Return = new("RA_Return", "RMANo", "credit-to-sage-return", "sage-100.return", "Return order");

    /// <summary>The activity; answers with a line for people.</summary>
    [Function(nameof(CreateSageCredit))]
    public Task<StepResult<string>> Run([ActivityTrigger] Step<CreditForSage> step) =>
        steps.RunAsync(step, "create the credit in Sage", async (input, notes) =>
        {
            sage.BeginTurn();
            var json = await payloads.GetAsync(input.Credit);
            var credit = CanonicalJson.Read<Credit>(json);
            var kind = rules.Value.SagePosting == "returnOrder" && credit.Lines.Any(line => line.Goods) ? Return : Memo;
            var claim = await references.ClaimAsync(input.CreditNoteId, kind.Target, step.RunId);
            if (claim.State == ClaimState.Taken) throw BeingWritten();
            if (claim.State == ClaimState.Done) return Words(kind, claim.Reference!.Id, input);
            var number = claim.Reference?.Number ?? await ReserveAsync(kind, claim);
            var body = await MapAsync(kind, input, json, credit, notes);
            var record = await writer.CreateAsync(
                kind.Object, new Dictionary<string, string> { [kind.Key] = number }, body, ExternalId(input));
            if (kind == Memo) CheckTotal(credit, record, number);
            await records.AddAsync(step.RunId, "write credit", input.CreditNoteId, kind.Target, new Reference(number, number), notes);
            notes.Key = number;
            return notes.Detail = Words(kind, number, input);
        });

    private async Task<ReadOnlyMemory<byte>> MapAsync(
        SageDocument kind, CreditForSage input, ReadOnlyMemory<byte> json, Credit credit, StepNotes notes)
    {
        var goods = credit.Lines.Where(line => line.Goods)
            .Select(line => new SalesOrderLine { Sku = line.Sku, Kind = ItemKind.Goods, Quantity = line.Quantity }).ToList();
        var matches = await items.FindAsync(new SalesOrder { Lines = goods }, CancellationToken.None);
        if (matches.Where(m => m.Value.Code is null).ToDictionary() is { Count: > 0 } missing) throw SageItems.Missing(missing);
        return mapper.Map(kind.Mapping, json, notes, new MappingContext
        {
            Variables = new Dictionary<string, string>
            {
                ["externalId"] = ExternalId(input),
                ["customerNo"] = input.CustomerNo,
                ["division"] = options.CustomerDivision,
                ["warehouse"] = options.Warehouse,
            },
            Lookups = new Dictionary<string, IReadOnlyDictionary<string, string>>
            {
                ["items"] = matches.ToDictionary(m => m.Key, m => m.Value.Code!, StringComparer.Ordinal),
            },
        });
    }

    private async Task<string> ReserveAsync(SageDocument kind, Claim claim)
    {
        var number = await sage.NextNumberAsync(kind.Object, CancellationToken.None);
        await references.ReserveAsync(claim, number);
        return number;
    }

    private void CheckTotal(Credit credit, JsonElement record, string number)
    {
        decimal Amount(string column) => Math.Abs(record.FindNumber(column) ?? 0m);
        var total = Amount("TaxableAmt") + Amount("NonTaxableAmt") + Amount("FreightAmt") + Amount("SalesTaxAmt") - Amount("DiscountAmt");
        if (amounts.Equal(total, new Money(credit.Total, credit.Currency))) return;
        throw new FailureException(new Failure(
            FailureClass.Conflict, SageOptions.Id, "create the credit", "total-differs",
            $"Sage computed {total} for credit memo {number}; the credit note is {credit.Total} {credit.Currency} minor units.",
            "Look at the memo's tax schedule and prices in Sage, correct it there, then resubmit.")
        {
            Field = "total",
        });
    }

    private static string Words(SageDocument kind, string number, CreditForSage input) =>
        $"{kind.Name} {number} for customer {input.CustomerNo} in Sage 100.";

    private static string ExternalId(CreditForSage input) => "zoho:" + input.CreditNoteId;

    private static FailureException BeingWritten() => new(new Failure(
        FailureClass.Locked, SageOptions.Id, "create the credit", "being-written",
        "Another run writes this credit at this moment.", "It is tried again by itself."));

    private sealed record SageDocument(string Object, string Key, string Mapping, string Target, string Name);
}
