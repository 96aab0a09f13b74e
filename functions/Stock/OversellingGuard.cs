using Isthmus.Core.Audit;
using Isthmus.Core.Canonical;
using Isthmus.Core.Mapping;
using Isthmus.Core.Stock;
using Isthmus.Functions.Steps;
using Microsoft.Extensions.Options;

namespace Isthmus.Functions.Stock;

/// <summary>
/// Looks whether an order wants more than is available, by the quantities that were read last: no vendor is asked. Items that were
/// never read are not judged.
/// </summary>
public sealed class OversellingGuard(StockStore store, MappingCatalog catalog, AuditTrail audit, IOptions<StockOptions> rules)
{
    /// <summary>Judges an order; a flagged one goes on.</summary>
    /// <returns>Why a person should look at it first, or null.</returns>
    public async Task<string?> JudgeAsync(SalesOrder order, string runId, StepNotes notes)
    {
        if (rules.Value.Overselling == "off" || await ShortAsync(order) is not { Count: > 0 } shortages) return null;
        var message = $"More was ordered than is available: {string.Join(", ", shortages.Take(10))}.";
        if (rules.Value.Overselling == "hold") return message;
        notes.Detail = message;
        await audit.AddAsync(runId, "flag order", $"order/{order.Key}", "oversold");
        return null;
    }

    private async Task<List<string>> ShortAsync(SalesOrder order)
    {
        var shortages = new List<string>();
        var wanted = order.Lines.Where(line => line.Kind == ItemKind.Goods && line.Sku is not null).GroupBy(line => line.Sku!, StringComparer.Ordinal);
        foreach (var lines in wanted)
        {
            var quantity = lines.Sum(line => line.Quantity);
            if (await AvailableAsync(lines.Key) is { } available && quantity > available)
                shortages.Add($"{quantity:0.######} of {lines.Key} where {available:0.######} is available");
        }
        return shortages;
    }

    private async Task<decimal?> AvailableAsync(string sku) =>
        await store.AvailableAsync(sku)
        ?? (catalog.References.Get("item-aliases").Find(sku.Trim(), "sku") is { } alias ? await store.AvailableAsync(alias) : null)
        ?? await store.AvailableAsync(sku.Trim().ToUpperInvariant());
}
