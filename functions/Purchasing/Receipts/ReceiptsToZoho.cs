using System.Text.Json;
using Isthmus.Connectors.ZohoInventory;
using Isthmus.Core.Canonical;
using Isthmus.Core.CrossReferences;
using Isthmus.Core.Mapping;
using Isthmus.Core.Purchasing;
using Isthmus.Functions.Mapping;
using Isthmus.Functions.Steps;
using Microsoft.Extensions.Options;

namespace Isthmus.Functions.Purchasing.Receipts;

/// <summary>
/// Posted receipts of Sage become receives in Zoho, each under a number made of its own, which Zoho refuses to give twice and by
/// which it is found again. One in entry may still change, and waits.
/// </summary>
public sealed class ReceiptsToZoho(
    ZohoInventoryClient zoho, Mapper mapper, CrossReferenceStore references, WrittenRecords records, IOptions<PurchasingOptions> rules)
{
    /// <summary>Carries those that Zoho lacks.</summary>
    /// <returns>How many that were.</returns>
    public async Task<int> CarryAsync(PurchaseInBoth both, StepNotes notes)
    {
        var carried = 0;
        foreach (var receipt in both.Receipts.Where(each => SageReceipts.IsPosted(each) && SageReceipts.Origin(each) is null))
            carried += await both.EachAsync(() => CarryAsync(receipt, both, notes));
        return carried;
    }

    private async Task<bool> CarryAsync(JsonElement receipt, PurchaseInBoth both, StepNotes notes)
    {
        var key = SageReceipts.Number(receipt);
        var number = rules.Value.ReceivePrefix + key;
        if (both.Receives.FirstOrDefault(each => each.Number == number) is { Id: { } there })
        {
            if (await references.FindAsync(key, PurchaseTargets.ZohoReceive) is null)
                await references.RecordAsync(key, PurchaseTargets.ZohoReceive, new Reference(there, number));
            return false;
        }
        var read = CanonicalJson.Read<GoodsReceipt>(mapper.Map("sage-receipt", receipt, notes));
        if (read.Lines.Any(line => !both.Lines.ContainsKey(line.OrderLine)))
            throw PurchaseRefusals.NoCounterpart(ZohoInventoryOptions.Id, $"Receipt {key}", both.Pair.SageNo);
        var wanted = read.Onto(both.Lines);
        if (wanted.Lines.Count == 0) return false;
        var body = mapper.Map("receipt-to-zoho-purchasereceive", CanonicalJson.Write(wanted), notes, new MappingContext
        {
            Variables = new Dictionary<string, string> { ["number"] = number },
        });
        var receive = await zoho.CreatePurchaseReceiveAsync(both.Pair.ZohoId, body, CancellationToken.None);
        var id = receive.FindText("receive_id") ?? receive.NeedText("purchasereceive_id", ZohoInventoryOptions.Id);
        await records.AddAsync(both.RunId, "receive goods", key, PurchaseTargets.ZohoReceive, new Reference(id, number), notes);
        return true;
    }
}
