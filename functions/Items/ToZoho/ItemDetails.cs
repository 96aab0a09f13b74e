using System.Text.Json;
using Isthmus.Connectors.ZohoInventory;
using Isthmus.Core;
using Isthmus.Core.Failures;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.Items.ToZoho;

/// <summary>
/// Zoho's items with all that it shows of them. What many runs ask for at the same time is read in one call, so that two catalogues
/// that were kept apart are compared in a few hundred calls and not in one for each item.
/// </summary>
public sealed class ItemDetails
{
    private const int ItemsACall = 100;
    private readonly ZohoInventoryClient zoho;
    private readonly Batches<Asked> calls;

    /// <summary>Through the client.</summary>
    public ItemDetails(ZohoInventoryClient zoho)
    {
        this.zoho = zoho;
        calls = new Batches<Asked>(ItemsACall, ReadAsync);
    }

    /// <summary>The item; null when Zoho does not have it any more.</summary>
    public async Task<JsonElement?> FindAsync(string id)
    {
        var asked = new Asked(id);
        await calls.AddAsync(asked);
        return asked.Found;
    }

    private async Task ReadAsync(IReadOnlyList<Asked> all)
    {
        var together = all.Count > 1 ? await TogetherAsync(all) : [];
        foreach (var asked in all)
            asked.Found = together.TryGetValue(asked.Id, out var item) ? item : await OneAsync(asked.Id);
    }

    /// <summary>Zoho refuses the whole call where one of the items is gone; then each is asked for by itself.</summary>
    private async Task<Dictionary<string, JsonElement>> TogetherAsync(IReadOnlyList<Asked> all)
    {
        try
        {
            var items = await zoho.GetItemsAsync(all.Select(asked => asked.Id).Distinct(), CancellationToken.None);
            return items.ToDictionary(item => item.NeedText("item_id", ZohoInventoryOptions.Id), StringComparer.Ordinal);
        }
        catch (FailureException missing) when (missing.Failure.Class == FailureClass.ReferenceMissing) { return []; }
    }

    private async Task<JsonElement?> OneAsync(string id)
    {
        try { return await zoho.GetItemAsync(id, CancellationToken.None); }
        catch (FailureException missing) when (missing.Failure.Class == FailureClass.ReferenceMissing) { return null; }
    }

    private sealed class Asked(string id)
    {
        public string Id => id;

        public JsonElement? Found { get; set; }
    }
}
