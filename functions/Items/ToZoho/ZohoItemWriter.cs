using System.Text.Json;
using Isthmus.Connectors.ZohoInventory;
using Isthmus.Core.Audit;
using Isthmus.Core.Canonical;
using Isthmus.Core.CrossReferences;
using Isthmus.Core.Failures;
using Isthmus.Core.Items;
using Isthmus.Functions.Mapping;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.Items.ToZoho;

/// <summary>
/// Writes an item to Zoho: one call for a new item, one for what differs, none where nothing does. An item that Zoho has under its
/// SKU is taken as it is found; one whose name another item has gets its SKU put behind its name.
/// </summary>
public sealed class ZohoItemWriter(
    ZohoInventoryClient zoho, ItemLookup lookup, Mapper mapper, CrossReferenceStore references, ItemStore store, AuditTrail audit)
{
    /// <summary>Items in the cross-references, under their SKUs.</summary>
    public const string Target = "zoho-inventory.item";

    /// <summary>Writes it, or what differs of it.</summary>
    /// <param name="item">The item.</param>
    /// <param name="runId">The run that writes.</param>
    /// <param name="notes">Takes the mapping's version.</param>
    /// <param name="readAt">When it was read; Zoho's catalogue is not looked at older than that.</param>
    public async Task<ItemWriting> WriteAsync(Item item, string runId, StepNotes notes, DateTimeOffset readAt)
    {
        if (await store.FindWrittenAsync(SageItemFeed.Source, item.Sku) is { } written)
            return await ChangeAsync(item, written, JsonElement.Parse(written.Body), ours: true, runId, notes);
        var claim = await references.ClaimAsync(item.Sku, Target, runId);
        if (claim.State == ClaimState.Taken) throw BeingWritten(item);
        var known = claim.State == ClaimState.Done ? claim.Reference!.Id : null;
        if (await lookup.FindAsync(item.Sku, known, readAt, tried: claim.State == ClaimState.Repeat) is { } there)
        {
            if (claim.State == ClaimState.Repeat) await FoundAsync(there, runId);
            return await AdoptAsync(item, there, runId, notes);
        }
        if (!item.Active) await references.ReleaseAsync(claim, runId);
        return await CreateOrAdoptAsync(item, runId, notes);
    }

    /// <summary>What writing it would come to, as far as that is known without a call; an item that was never written counts as new.</summary>
    public async Task<ItemWriting> JudgeAsync(Item item)
    {
        if (await store.FindWrittenAsync(SageItemFeed.Source, item.Sku) is not { } written)
            return item.Active ? ItemWriting.Created : ItemWriting.LeftOut;
        var beyond = ZohoItemBody.Of(item, written.Renamed, mapper, new StepNotes()).Beyond(JsonElement.Parse(written.Body), ours: true);
        return beyond is null && item.Active == written.Active ? ItemWriting.Unchanged : ItemWriting.Changed;
    }

    /// <summary>Makes the item unless Zoho has one of this SKU, which is left as it is.</summary>
    /// <returns>Zoho's id.</returns>
    public async Task<string> EnsureAsync(Item item, string runId, StepNotes notes)
    {
        if (await store.FindWrittenAsync(SageItemFeed.Source, item.Sku) is { } written) return written.Id;
        var claim = await references.ClaimAsync(item.Sku, Target, runId);
        if (claim.State == ClaimState.Done) return claim.Reference!.Id;
        if (claim.State == ClaimState.Taken) throw BeingWritten(item);
        var there = claim.State == ClaimState.Repeat ? await lookup.BySkuAsync(item.Sku) : null;
        if (there is { } found) await FoundAsync(found, runId);
        there ??= await CreateAsync(item, runId, notes);
        var id = Id(there.Value);
        await references.RecordAsync(item.Sku, Target, new Reference(id, item.Sku));
        return id;
    }

    private async Task<ItemWriting> CreateOrAdoptAsync(Item item, string runId, StepNotes notes)
    {
        if (!item.Active) return ItemWriting.LeftOut;
        JsonElement made;
        try { made = await CreateAsync(item, runId, notes); }
        catch (FailureException refused) when (!refused.Failure.EffectUnknown)
        {
            // Another run may carry it once it is cured.
            await references.ReleaseAsync(new Claim(item.Sku, Target, ClaimState.First, null), runId);
            throw;
        }
        return await store.FindWrittenAsync(SageItemFeed.Source, item.Sku) is null
            ? await AdoptAsync(item, made, runId, notes) : ItemWriting.Created;
    }

    /// <returns>The new item, or the one that Zoho has under its SKU all the same.</returns>
    private async Task<JsonElement> CreateAsync(Item item, string runId, StepNotes notes)
    {
        for (var renamed = false; ; renamed = true)
        {
            var body = ZohoItemBody.Of(item, renamed, mapper, notes);
            try
            {
                var made = await zoho.CreateItemAsync(body.Json, CancellationToken.None);
                await KeepAsync(item, body.As(Id(made), active: true), runId, "create item", notes);
                return made;
            }
            catch (FailureException taken) when (taken.Failure.Code is "duplicate-sku" or "duplicate-name")
            {
                if (await lookup.BySkuAsync(item.Sku) is { } there) return there;
                if (renamed || taken.Failure.Code == "duplicate-sku") throw new FailureException(taken.Failure, taken);
            }
        }
    }

    /// <summary>An item that Zoho had before, or that an earlier try left.</summary>
    private Task<ItemWriting> AdoptAsync(Item item, JsonElement there, string runId, StepNotes notes)
    {
        var found = new WrittenItem(Id(there), "", there.FindText("status") != "inactive", there.FindText("name") == ZohoItemBody.OwnName(item));
        return ChangeAsync(item, found, there, ours: false, runId, notes);
    }

    private async Task<ItemWriting> ChangeAsync(
        Item item, WrittenItem written, JsonElement before, bool ours, string runId, StepNotes notes)
    {
        try
        {
            var (now, updated) = await UpdateAsync(item, written, before, ours, notes);
            if (item.Active != written.Active) await zoho.MarkItemAsync(written.Id, item.Active, CancellationToken.None);
            var changed = updated || item.Active != written.Active;
            if (now != written) await KeepAsync(item, now, runId, changed ? "change item" : null, notes);
            return changed ? ItemWriting.Changed : ItemWriting.Unchanged;
        }
        catch (FailureException gone) when (gone.Failure.Class == FailureClass.ReferenceMissing)
        {
            if (!await lookup.IsGoneAsync(written.Id)) throw new FailureException(gone.Failure, gone);
            return await AgainAsync(item, runId, notes);
        }
    }

    private async Task<(WrittenItem Now, bool Updated)> UpdateAsync(
        Item item, WrittenItem written, JsonElement before, bool ours, StepNotes notes)
    {
        for (var renamed = written.Renamed; ; renamed = true)
        {
            var body = ZohoItemBody.Of(item, renamed, mapper, notes);
            var beyond = body.Beyond(before, ours);
            try
            {
                if (beyond is not null) await zoho.UpdateItemAsync(written.Id, beyond, CancellationToken.None);
                return (body.As(written.Id, item.Active), beyond is not null);
            }
            catch (FailureException taken) when (taken.Failure.Code == "duplicate-name" && !renamed) { }
        }
    }

    /// <summary>Somebody deleted the item in Zoho: it is looked for under its SKU, and made once more.</summary>
    private async Task<ItemWriting> AgainAsync(Item item, string runId, StepNotes notes)
    {
        await store.ForgetWrittenAsync(SageItemFeed.Source, item.Sku);
        await references.ReopenAsync(item.Sku, Target, runId, item.Sku);
        return await lookup.BySkuAsync(item.Sku) is { } other
            ? await AdoptAsync(item, other, runId, notes) : await CreateOrAdoptAsync(item, runId, notes);
    }

    /// <summary>The cross-reference comes before what it was written with: without it, the item is compared with Zoho.</summary>
    private async Task KeepAsync(Item item, WrittenItem written, string runId, string? action, StepNotes notes)
    {
        if (action is not null) await audit.AddAsync(runId, action, $"{Target}/{written.Id}", "written", notes.Mapping, notes.Fields);
        await references.RecordAsync(item.Sku, Target, new Reference(written.Id, item.Sku));
        await store.WroteAsync(SageItemFeed.Source, item.Sku, written);
    }

    /// <summary>An earlier try, which may have died after its call, had tried to make it.</summary>
    private Task FoundAsync(JsonElement item, string runId) =>
        audit.AddAsync(runId, "create item", $"{Target}/{Id(item)}", WrittenRecords.FoundByRepeat);

    private static string Id(JsonElement item) => item.NeedText("item_id", ZohoInventoryOptions.Id);

    private static FailureException BeingWritten(Item item) => new(new Failure(
        FailureClass.Locked, ZohoInventoryOptions.Id, "write the item", "being-written", $"Another run writes {item.Sku} at this moment.",
        "It is tried again by itself."));
}
