using System.Text.Json;
using Isthmus.Connectors.Sage100;
using Isthmus.Core.Audit;
using Isthmus.Core.Canonical;
using Isthmus.Core.CrossReferences;
using Isthmus.Core.Mapping;
using Isthmus.Core.Purchasing;
using Isthmus.Functions.Mapping;
using Isthmus.Functions.SalesOrders;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.Purchasing.Receipts;

/// <summary>Writes receipts to Sage: once, under a number that is taken and remembered before.</summary>
public sealed class SageReceiptWriter(
    SageAgentClient sage, SageWriter writer, Mapper mapper, CrossReferenceStore references, AuditTrail audit, WrittenRecords records)
{
    /// <summary>Enters a receipt.</summary>
    public async Task<bool> CreateAsync(GoodsReceipt receipt, PurchaseInBoth both, StepNotes notes)
    {
        RefuseTooMuch(receipt, both, null);
        var claim = await references.ClaimAsync(receipt.Key, PurchaseTargets.SageReceipt, both.RunId);
        if (claim.State == ClaimState.Taken) throw PurchaseRefusals.BeingWritten(SageOptions.Id, $"receive {receipt.Number}");
        var no = claim.Reference?.Number;
        if (no is null)
        {
            no = await sage.NextNumberAsync(SageReceipts.Object, CancellationToken.None);
            await references.ReserveAsync(claim, no);
        }
        var body = Map(receipt, both, notes);
        await writer.CreateAsync(SageReceipts.Object, SageReceipts.Key(no), body, PurchaseTargets.ExternalId(receipt.Key));
        await records.AddAsync(both.RunId, "receive goods", receipt.Key, PurchaseTargets.SageReceipt, new Reference(no, no), notes);
        return true;
    }

    /// <summary>Remembers one that an earlier try left.</summary>
    public async Task<bool> KnowAsync(string receive, JsonElement there)
    {
        if (await references.FindAsync(receive, PurchaseTargets.SageReceipt) is not null) return false;
        var no = SageReceipts.Number(there);
        await references.RecordAsync(receive, PurchaseTargets.SageReceipt, new Reference(no, no));
        return false;
    }

    /// <summary>Brings a receipt in entry to what Zoho says now.</summary>
    public async Task<bool> ChangeAsync(GoodsReceipt receipt, JsonElement there, PurchaseInBoth both, StepNotes notes)
    {
        var no = SageReceipts.Number(there);
        if (SageReceipts.IsPosted(there)) throw PurchaseRefusals.Posted(receipt.Number, no);
        RefuseTooMuch(receipt, both, no);
        var kept = receipt.Lines.Select(line => line.OrderLine).ToHashSet(StringComparer.Ordinal);
        var gone = SageReceipts.Quantities(there).Keys.Where(line => !kept.Contains(line)).Select(line => new ReceivedLine(line, 0));
        var body = Map(receipt with { Lines = [.. receipt.Lines, .. gone] }, both, notes);
        await sage.UpdateAsync(SageReceipts.Object, SageReceipts.Key(no), body, CancellationToken.None);
        await audit.AddAsync(both.RunId, "change receipt", $"{PurchaseTargets.SageReceipt}/{no}", "written", notes.Mapping, ["Lines"]);
        return true;
    }

    /// <summary>Takes back a receipt in entry whose receive was deleted.</summary>
    public async Task<bool> RemoveAsync(string receive, JsonElement there, string runId)
    {
        var no = SageReceipts.Number(there);
        if (SageReceipts.IsPosted(there)) throw PurchaseRefusals.Posted(receive, no);
        await sage.DeleteAsync(SageReceipts.Object, SageReceipts.Key(no), null, CancellationToken.None);
        await audit.AddAsync(runId, "take back receipt", $"{PurchaseTargets.SageReceipt}/{no}", "deleted");
        return true;
    }

    private ReadOnlyMemory<byte> Map(GoodsReceipt receipt, PurchaseInBoth both, StepNotes notes) => mapper.Map(
        "receipt-to-sage-receipt", CanonicalJson.Write(receipt), notes, new MappingContext
        {
            Variables = new Dictionary<string, string>
            {
                ["orderNo"] = both.Pair.SageNo,
                ["externalId"] = PurchaseTargets.ExternalId(receipt.Key),
            },
        });

    /// <summary>Sage would take it with a warning, and receive more than anybody ordered.</summary>
    private static void RefuseTooMuch(GoodsReceipt receipt, PurchaseInBoth both, string? itself)
    {
        var entered = both.Receipts.Where(each => !SageReceipts.IsPosted(each) && SageReceipts.Number(each) != itself)
            .SelectMany(SageReceipts.Quantities).ToLookup(line => line.Key, line => line.Value);
        var open = both.Sage.NeedList("Lines", SageOptions.Id).ToDictionary(
            line => line.NeedText("LineKey", SageOptions.Id),
            line => (line.FindNumber("QuantityOrdered") ?? 0) - (line.FindNumber("QuantityReceived") ?? 0), StringComparer.Ordinal);
        if (receipt.Lines.Any(line => line.Quantity > open.GetValueOrDefault(line.OrderLine) - entered[line.OrderLine].Sum()))
            throw PurchaseRefusals.TooMuch(receipt.Number, both.Pair.SageNo);
    }
}
