using System.Text.Json;
using Isthmus.Connectors.Sage100;
using Isthmus.Connectors.ZohoInventory;
using Isthmus.Core.Canonical;
using Isthmus.Core.Purchasing;
using Isthmus.Functions.Mapping;
using Isthmus.Functions.Steps;
using Microsoft.Extensions.Options;

namespace Isthmus.Functions.Purchasing.Receipts;

/// <summary>
/// Receives that people entered in Zoho become receipts in Sage, in entry until a person posts them. While a receipt is in entry it
/// follows its receive: changed with it, deleted with it.
/// </summary>
public sealed class ReceivesToSage(ZohoInventoryClient zoho, SageReceiptWriter writer, Mapper mapper, IOptions<PurchasingOptions> rules)
{
    /// <summary>Carries those that Sage lacks or has otherwise.</summary>
    /// <returns>How many were written.</returns>
    public async Task<int> CarryAsync(PurchaseInBoth both, StepNotes notes)
    {
        var made = both.Receipts.Where(receipt => SageReceipts.Origin(receipt) is not null)
            .ToDictionary(receipt => SageReceipts.Origin(receipt)!, StringComparer.Ordinal);
        var (carried, seen) = (0, new HashSet<string>(StringComparer.Ordinal));
        foreach (var (id, _) in both.Receives.Where(receive => !rules.Value.IsOwnReceive(receive.Number)))
        {
            if (await zoho.FindPurchaseReceiveAsync(id, CancellationToken.None) is not { } receive) continue;
            seen.Add(id);
            JsonElement? there = made.TryGetValue(id, out var known) ? known : null;
            carried += await both.EachAsync(() => CarryAsync(receive, there, both, notes));
        }
        foreach (var (id, receipt) in made.Where(each => !seen.Contains(each.Key)))
            carried += await both.EachAsync(() => writer.RemoveAsync(id, receipt, both.RunId));
        return carried;
    }

    private async Task<bool> CarryAsync(JsonElement receive, JsonElement? there, PurchaseInBoth both, StepNotes notes)
    {
        var read = CanonicalJson.Read<GoodsReceipt>(mapper.Map("zoho-purchasereceive", receive, notes));
        var keys = both.Lines.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);
        if (read.Lines.Any(line => !keys.ContainsKey(line.OrderLine)))
            throw PurchaseRefusals.NoCounterpart(SageOptions.Id, $"Receive {read.Number}", both.Pair.SageNo);
        var wanted = read.Onto(keys);
        if (there is not { } receipt) return await writer.CreateAsync(wanted, both, notes);
        var stored = SageReceipts.Quantities(receipt).Where(line => line.Value != 0).ToDictionary();
        if (stored.Count == wanted.Lines.Count && wanted.Lines.All(line => stored.GetValueOrDefault(line.OrderLine) == line.Quantity))
            return await writer.KnowAsync(wanted.Key, receipt);
        return await writer.ChangeAsync(wanted, receipt, both, notes);
    }
}
