using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Isthmus.Connectors.Sage100;
using Isthmus.Core.Audit;
using Isthmus.Core.Canonical;
using Isthmus.Core.CrossReferences;
using Isthmus.Core.Failures;
using Isthmus.Core.Items;
using Isthmus.Core.Mapping;
using Isthmus.Functions.Mapping;
using Isthmus.Functions.SalesOrders;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.Items.ToSage;

/// <summary>
/// Writes an item to Sage under its SKU: the key is the same on both sides, so that a repeat finds the item that an earlier try
/// made, and an item that Sage has is taken as it is found.
/// </summary>
public sealed class SageItemWriter(
    SageAgentClient sage, Mapper mapper, CrossReferenceStore references, ItemStore store, AuditTrail audit)
{
    /// <summary>Items in the cross-references, under Zoho's ids.</summary>
    public const string Target = "sage-100.item";

    private const string Object = "CI_Item";

    /// <summary>Columns that stay as they were made.</summary>
    private static readonly string[] Kept = ["ItemType", "ProductLine"];

    /// <summary>Writes it, or the columns that differ.</summary>
    /// <returns>True when something was written.</returns>
    public async Task<bool> WriteAsync(string itemId, Item item, string runId, StepNotes notes)
    {
        var body = mapper.Map("item-to-sage-item", CanonicalJson.Write(item), notes, MappingContext.Empty);
        var wanted = JsonElement.Parse(body.Span).GetProperty("values");
        var key = new Dictionary<string, string> { ["ItemCode"] = item.Sku };
        var written = await store.FindWrittenAsync(ZohoItemFeed.Source, itemId);
        var changed = (written?.Id == item.Sku ? await ChangeOwnAsync(key, wanted, written) : null)
            ?? await CreateOrChangeAsync(key, wanted, itemId);
        if (changed) await audit.AddAsync(runId, "write item", $"{Target}/{item.Sku}", "written", notes.Mapping, notes.Fields);
        await references.RecordAsync(itemId, Target, new Reference(item.Sku, item.Sku));
        await store.WroteAsync(ZohoItemFeed.Source, itemId, new WrittenItem(item.Sku, wanted.GetRawText(), item.Active));
        return changed;
    }

    /// <summary>Null where somebody deleted the item in Sage.</summary>
    private async Task<bool?> ChangeOwnAsync(Dictionary<string, string> key, JsonElement wanted, WrittenItem written)
    {
        try { return await ChangeAsync(key, wanted, JsonElement.Parse(written.Body), ours: true); }
        catch (FailureException gone) when (gone.Failure.Code == "not_found") { return null; }
    }

    private async Task<bool> CreateOrChangeAsync(Dictionary<string, string> key, JsonElement wanted, string itemId)
    {
        if (await sage.ReadAsync(Object, key, CancellationToken.None) is { } there)
            return await ChangeAsync(key, wanted, there, ours: false) || await IsLeftByAnEarlierTryAsync(there, itemId);
        var values = (JsonObject)JsonNode.Parse(wanted.GetRawText())!;
        values[SageWriter.ExternalIdColumn] = ExternalId(itemId);
        var made = await sage.CreateAsync(Object, key, Body(values), CancellationToken.None);
        return made is not { Outcome: SageOutcome.Exists, Record: { } other } || await ChangeAsync(key, wanted, other, ours: false);
    }

    private async Task<bool> IsLeftByAnEarlierTryAsync(JsonElement there, string itemId) =>
        there.FindText(SageWriter.ExternalIdColumn) == ExternalId(itemId) && await references.FindAsync(itemId, Target) is null;

    private async Task<bool> ChangeAsync(Dictionary<string, string> key, JsonElement wanted, JsonElement before, bool ours)
    {
        var difference = ItemDifference.Of(wanted, before, ours, Kept);
        if (difference.Count == 0) return false;
        await sage.UpdateAsync(Object, key, Body(difference), CancellationToken.None);
        return true;
    }

    private static string ExternalId(string itemId) => "zoho:" + itemId;

    private static ReadOnlyMemory<byte> Body(JsonObject values) =>
        Encoding.UTF8.GetBytes(new JsonObject { ["values"] = values }.ToJsonString());
}
