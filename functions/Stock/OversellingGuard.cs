using Isthmus.Core.Audit;
using Isthmus.Core.Canonical;
using Isthmus.Core.Mapping;
using Isthmus.Core.Stock;
using Isthmus.Functions.Steps;
using Microsoft.Extensions.Options;

namespace Isthmus.Functions.Stock;

/// <summary>
/// Looks whether an order wants more than is available: by the quantities that were read last, less what our own orders have taken
/// since. No vendor is asked. Items that were never read are not judged.
/// </summary>
public sealed class OversellingGuard(
    StockStore store, OwnSaleStore sales, OwnSales own, MappingCatalog catalog, AuditTrail audit, IOptions<StockOptions> rules)
{
    /// <summary>Judges an order; a flagged one goes on.</summary>
    /// <returns>Why a person should look at it first, or null.</returns>
    public async Task<string?> JudgeAsync(SalesOrder order, string runId, StepNotes notes)
    {
        if (rules.Value is { Overselling: "off", Enabled: false }) return null;
        var wanted = await WantedAsync(order);
        if (rules.Value.Overselling == "hold" && await ShortAsync(order, wanted) is { } held) return held;
        if (rules.Value.Overselling == "flag" && await ShortAsync(order, wanted) is { } flagged)
        {
            notes.Detail = flagged;
            await audit.AddAsync(runId, "flag order", $"order/{order.Key}", "oversold");
        }
        await NoteAsync(order, wanted);
        return null;
    }

    /// <summary>Notes what an order takes that goes on because a person said so.</summary>
    public async Task NoteAsync(SalesOrder order)
    {
        if (rules.Value is { Overselling: "off", Enabled: false }) return;
        await NoteAsync(order, await WantedAsync(order));
    }

    private Task NoteAsync(SalesOrder order, IReadOnlyList<(string Sku, string Item, decimal Quantity, decimal Available)> wanted) =>
        own.NoteAsync(order.Key, wanted.GroupBy(line => line.Item).ToDictionary(lines => lines.Key, lines => lines.Sum(line => line.Quantity)));

    private async Task<List<(string Sku, string Item, decimal Quantity, decimal Available)>> WantedAsync(SalesOrder order)
    {
        var wanted = new List<(string, string, decimal, decimal)>();
        var goods = order.Lines.Where(line => line.Kind == ItemKind.Goods && line.Sku is not null).GroupBy(line => line.Sku!, StringComparer.Ordinal);
        foreach (var lines in goods)
            if (await KnownAsync(lines.Key) is { } known) wanted.Add((lines.Key, known.Item, lines.Sum(line => line.Quantity), known.Available));
        return wanted;
    }

    private async Task<string?> ShortAsync(SalesOrder order, List<(string Sku, string Item, decimal Quantity, decimal Available)> wanted)
    {
        var shortages = new List<string>();
        foreach (var (sku, item, quantity, known) in wanted)
        {
            var available = known - await sales.OfItemAsync(item, order.Key);
            if (quantity > available) shortages.Add($"{quantity:0.######} of {sku} where {available:0.######} is available");
        }
        return shortages.Count == 0 ? null : $"More was ordered than is available: {string.Join(", ", shortages.Take(10))}.";
    }

    private async Task<(string Item, decimal Available)?> KnownAsync(string sku)
    {
        string?[] names = [sku, catalog.References.Get("item-aliases").Find(sku.Trim(), "sku"), sku.Trim().ToUpperInvariant()];
        foreach (var name in names.OfType<string>().Distinct(StringComparer.Ordinal))
            if (await store.AvailableAsync(name) is { } available) return (name, available);
        return null;
    }
}
