using System.Text.Json;
using Isthmus.Connectors.Sage100;
using Isthmus.Core.Audit;
using Isthmus.Core.Canonical;
using Isthmus.Core.CrossReferences;
using Isthmus.Core.Payloads;
using Isthmus.Core.Purchasing;
using Isthmus.Functions.SalesOrders;
using Isthmus.Functions.Steps;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace Isthmus.Functions.Purchasing.ToSage;

/// <summary>
/// Brings a purchase order of Zoho to the same state in Sage: written once under a number that is taken and remembered before,
/// changed where it differs, deleted where it is given up and nothing of it came, closed where something did.
/// </summary>
public sealed class WriteSagePurchase(
    SageAgentClient sage, SageWriter writer, SagePurchaseBody bodies, CrossReferenceStore references, IPayloadStore payloads,
    AuditTrail audit, IOptions<PurchasingOptions> rules, StepRunner steps)
{
    private const string Object = "PO_PurchaseOrder";
    private const string Complete = "X";

    /// <summary>The activity.</summary>
    [Function(nameof(WriteSagePurchase))]
    public Task<StepResult<WrittenPurchase>> Run([ActivityTrigger] Step<PurchaseOfVendor> step) =>
        steps.RunAsync(step, "write the purchase order in Sage", async (input, notes) =>
        {
            sage.BeginTurn();
            var order = CanonicalJson.Read<PurchaseOrder>(await payloads.GetAsync(input.Purchase.Order!));
            var claim = await references.ClaimAsync(order.Key, PurchaseTargets.SageOrder, step.RunId);
            if (claim.State == ClaimState.Taken) throw PurchaseRefusals.BeingWritten(SageOptions.Id, "this purchase order");
            if (claim.State == ClaimState.First && order.Status != PurchaseStatus.Open) return await LeaveAsync(order, claim, step.RunId, notes);
            var no = claim.Reference?.Number ?? await ReserveAsync(claim);
            notes.Key = no;
            var stored = claim.State == ClaimState.First ? null : await sage.ReadAsync(Object, Key(no), CancellationToken.None);
            if (stored is not null && claim.State == ClaimState.Repeat)
                await audit.AddAsync(step.RunId, "write purchase order", Subject(no), WrittenRecords.FoundByRepeat);
            var said = (stored, order.Standing.Count > 0) switch
            {
                (null, true) when claim.State == ClaimState.Done => throw PurchaseRefusals.GoneInSage(no),
                (null, true) => await CreateAsync(order, no, input.Vendor, step.RunId, notes),
                (null, false) => $"Purchase order {no} is cancelled in Sage.",
                ({ } there, true) => await AlignAsync(order, no, there, step.RunId, notes),
                ({ } there, false) => await GiveUpAsync(no, there, step.RunId),
            };
            if (said is null) return await LeaveAsync(order, claim, step.RunId, notes);
            await references.RecordAsync(order.Key, PurchaseTargets.SageOrder, new Reference(no, no));
            return new WrittenPurchase(notes.Detail = said, new PurchasePair(no, order.Key));
        });

    private async Task<WrittenPurchase> LeaveAsync(PurchaseOrder order, Claim claim, string runId, StepNotes notes)
    {
        await references.ReleaseAsync(claim, runId);
        var why = order.Status == PurchaseStatus.Draft ? "is not issued yet" : "was over before it was carried";
        return new WrittenPurchase(notes.Detail = $"Purchase order {order.Number} {why}.", null);
    }

    /// <summary>Null where it is not to be created any more.</summary>
    private async Task<string?> CreateAsync(PurchaseOrder order, string no, string? vendor, string runId, StepNotes notes)
    {
        if (vendor is null) return null;
        var body = await bodies.MapAsync(order, vendor, null, notes);
        await writer.CreateAsync(Object, Key(no), body, PurchaseTargets.ExternalId(order.Key));
        await audit.AddAsync(runId, "write purchase order", Subject(no), "written", notes.Mapping, notes.Fields);
        return Words(order, no);
    }

    private async Task<string> AlignAsync(PurchaseOrder order, string no, JsonElement there, string runId, StepNotes notes)
    {
        var vendor = $"{there.NeedText("APDivisionNo", SageOptions.Id)}-{there.NeedText("VendorNo", SageOptions.Id)}";
        var body = await bodies.MapAsync(order, vendor, there, notes);
        var changes = SagePurchaseBody.Changes(body, there);
        if (changes.Count == 0) return Words(order, no);
        if (there.FindText("OrderStatus") == Complete) throw PurchaseRefusals.CompleteInSage(no);
        await sage.UpdateAsync(Object, Key(no), body, CancellationToken.None);
        await audit.AddAsync(runId, "change purchase order", Subject(no), "written", notes.Mapping, changes);
        return Words(order, no);
    }

    private async Task<string> GiveUpAsync(string no, JsonElement there, string runId)
    {
        var said = $"Purchase order {no} is cancelled in Sage.";
        if (there.FindText("OrderStatus") == Complete) return said;
        if (there.NeedList("Lines", SageOptions.Id).Any(line => line.FindNumber("QuantityReceived") > 0))
        {
            var close = new Dictionary<string, object> { ["values"] = new Dictionary<string, string> { ["OrderStatus"] = Complete } };
            await sage.UpdateAsync(Object, Key(no), JsonSerializer.SerializeToUtf8Bytes(close), CancellationToken.None);
            await audit.AddAsync(runId, "close purchase order", Subject(no), "closed");
            return $"Purchase order {no} is closed in Sage with what came of it.";
        }
        await sage.DeleteAsync(Object, Key(no), rules.Value.ReasonCode, CancellationToken.None);
        await audit.AddAsync(runId, "cancel purchase order", Subject(no), "deleted");
        return said;
    }

    private async Task<string> ReserveAsync(Claim claim)
    {
        var no = await sage.NextNumberAsync(Object, CancellationToken.None);
        await references.ReserveAsync(claim, no);
        return no;
    }

    private static string Words(PurchaseOrder order, string no) => $"Purchase order {order.Number} is {no} in Sage 100.";

    private static string Subject(string no) => $"{PurchaseTargets.SageOrder}/{no}";

    private static Dictionary<string, string> Key(string no) => new() { ["PurchaseOrderNo"] = no };
}
