using Isthmus.Core.Canonical;
using Isthmus.Functions.Items.ToZoho;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.OrderToCash;

/// <summary>Makes items in Zoho of orders' lines, where the company wants that.</summary>
public sealed class MissingItems(ZohoItemWriter writer, ZohoSettings settings)
{
    /// <summary>Makes the item, or finds the one that an earlier try or another order made.</summary>
    /// <returns>Zoho's id of it.</returns>
    public async Task<string> CreateAsync(SalesOrder order, SalesOrderLine line, StepNotes notes)
    {
        // Zoho prices its items in the organisation's currency; a price in another says nothing there.
        var priced = order.Currency == await settings.BaseCurrencyAsync();
        var item = new Item
        {
            Sku = line.Sku!,
            Name = line.Description is { Length: > 0 } words ? words : line.Sku!,
            Kind = line.Kind,
            UnitAmount = priced ? line.UnitAmount : null,
            Currency = priced ? order.Currency : null,
        };
        return await writer.EnsureAsync(item, OrderToCashOrchestration.InstanceId(order.Key), notes);
    }
}
