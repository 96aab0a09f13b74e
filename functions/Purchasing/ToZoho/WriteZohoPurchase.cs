using System.Text.Json;
using Isthmus.Connectors.ZohoInventory;
using Isthmus.Core.Audit;
using Isthmus.Core.Canonical;
using Isthmus.Core.CrossReferences;
using Isthmus.Core.Payloads;
using Isthmus.Core.Purchasing;
using Isthmus.Functions.OrderToCash;
using Isthmus.Functions.Steps;
using Microsoft.Azure.Functions.Worker;

namespace Isthmus.Functions.Purchasing.ToZoho;

/// <summary>
/// Brings a purchase order of Sage to the same state in Zoho: written once under a number made of its own, changed where it
/// differs, issued unless it is on hold, cancelled where nothing is left of it.
/// </summary>
public sealed class WriteZohoPurchase(
    ZohoInventoryClient zoho, ZohoPurchaseBody bodies, DocumentWriter documents, CrossReferenceStore references, IPayloadStore payloads,
    AuditTrail audit, StepRunner steps)
{
    /// <summary>The activity.</summary>
    [Function(nameof(WriteZohoPurchase))]
    public Task<StepResult<WrittenPurchase>> Run([ActivityTrigger] Step<PurchaseOfVendor> step) =>
        steps.RunAsync(step, "write the purchase order", async (input, notes) =>
        {
            zoho.BeginTurn();
            var order = CanonicalJson.Read<PurchaseOrder>(await payloads.GetAsync(input.Purchase.Order!));
            var (id, stored) = await FindAsync(order, step.RunId);
            if (id is null && order.Status != PurchaseStatus.Open)
                return new WrittenPurchase(notes.Detail = $"Purchase order {order.Number} was over before it was carried.", null);
            if (id is null) (id, stored) = await CreateAsync(order, input.Vendor!, step.RunId, notes);
            notes.Key = bodies.NumberOf(order.Key);
            var there = stored ?? throw PurchaseRefusals.DeletedInZoho(order.Number);
            var said = order.Standing.Count == 0
                ? await CancelAsync(order, id, there, step.RunId) : await AlignAsync(order, id, there, step.RunId, notes);
            return new WrittenPurchase(notes.Detail = said, new PurchasePair(order.Key, id));
        });

    /// <summary>What an earlier run or try left in Zoho. An order that is over and that nobody tried to write costs no call.</summary>
    private async Task<(string? Id, JsonElement? Stored)> FindAsync(PurchaseOrder order, string runId)
    {
        if (await references.FindAsync(order.Key, PurchaseTargets.ZohoOrder) is { } known)
            return (known.Id, await zoho.FindPurchaseOrderByIdAsync(known.Id, CancellationToken.None));
        if (order.Status == PurchaseStatus.Open) return (null, null);
        var claim = await references.ClaimAsync(order.Key, PurchaseTargets.ZohoOrder, runId);
        if (claim.State == ClaimState.First)
        {
            await references.ReleaseAsync(claim, runId);
            return (null, null);
        }
        var number = bodies.NumberOf(order.Key);
        if (await zoho.FindPurchaseOrderAsync(number, CancellationToken.None) is not { } left) return (null, null);
        if (left.FindText("reference_number") != order.Key) return (null, null);
        var id = left.NeedText("purchaseorder_id", ZohoInventoryOptions.Id);
        await references.RecordAsync(order.Key, PurchaseTargets.ZohoOrder, new Reference(id, number));
        return (id, left);
    }

    private async Task<(string Id, JsonElement? Stored)> CreateAsync(PurchaseOrder order, string vendor, string runId, StepNotes notes)
    {
        var body = await bodies.MapAsync(order, vendor, null, notes);
        var number = bodies.NumberOf(order.Key);
        JsonElement? stored = null;
        var written = await documents.WriteAsync(
            new DocumentWrite(PurchaseTargets.ZohoOrder, order.Key, number, runId, "purchaseorder")
            {
                Create = async () => (stored = await zoho.CreatePurchaseOrderAsync(body, CancellationToken.None)).Value,
                Find = async () => stored = await zoho.FindPurchaseOrderAsync(number, CancellationToken.None),
                Total = null,
                PrefixSetting = "Isthmus:Purchasing:NumberPrefix",
            },
            notes);
        return (written.Id, stored ?? await zoho.FindPurchaseOrderByIdAsync(written.Id, CancellationToken.None));
    }

    private async Task<string> CancelAsync(PurchaseOrder order, string id, JsonElement there, string runId)
    {
        var said = $"Purchase order {order.Number} is cancelled in Zoho.";
        if (Status(there) == "cancelled") return said;
        if (there.NeedList("line_items", ZohoInventoryOptions.Id).Any(line => line.FindNumber("quantity_received") > 0))
            throw PurchaseRefusals.ReceivedInZoho(order.Number);
        await zoho.CancelPurchaseOrderAsync(id, CancellationToken.None);
        await audit.AddAsync(runId, "cancel purchase order", $"{PurchaseTargets.ZohoOrder}/{id}", "cancelled");
        return said;
    }

    private async Task<string> AlignAsync(PurchaseOrder order, string id, JsonElement there, string runId, StepNotes notes)
    {
        if (Status(there) == "cancelled") throw PurchaseRefusals.CancelledInZoho(order.Number);
        var body = await bodies.MapAsync(order, there.NeedText("vendor_id", ZohoInventoryOptions.Id), there, notes);
        var changes = ZohoPurchaseBody.Changes(body, there);
        if (changes.Count > 0)
        {
            await zoho.UpdatePurchaseOrderAsync(id, body, CancellationToken.None);
            await audit.AddAsync(runId, "change purchase order", $"{PurchaseTargets.ZohoOrder}/{id}", "written", notes.Mapping, changes);
        }
        if (Status(there) == "draft" && !order.Held)
        {
            await zoho.IssuePurchaseOrderAsync(id, CancellationToken.None);
            await audit.AddAsync(runId, "issue purchase order", $"{PurchaseTargets.ZohoOrder}/{id}", "issued");
        }
        return $"Purchase order {order.Number} is {there.FindText("purchaseorder_number")} in Zoho.";
    }

    private static string Status(JsonElement order) => order.NeedText("status", ZohoInventoryOptions.Id).ToLowerInvariant();
}
