using Isthmus.Core.Canonical;
using Isthmus.Core.Mapping;
using Isthmus.Functions.Mapping;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.OrderToCash;

/// <summary>Maps an order to a Zoho document that has its lines: the sales order and the invoice need the same run-time tables.</summary>
public sealed class ZohoOrderMapping(ItemResolution items, ZohoSettings settings, Mapper mapper)
{
    /// <summary>The body of the document.</summary>
    /// <param name="document">The mapping document's name.</param>
    /// <param name="json">The canonical order as it is stored.</param>
    /// <param name="order">The same, read.</param>
    /// <param name="contactId">Zoho's id of the customer.</param>
    /// <param name="number">The number that the document gets.</param>
    /// <param name="salesOrderLines">The ids of the sales order's lines by position; empty where it has none yet.</param>
    /// <param name="notes">Takes the mapping's version.</param>
    public async Task<ReadOnlyMemory<byte>> MapAsync(
        string document, ReadOnlyMemory<byte> json, SalesOrder order, string contactId, string number,
        IReadOnlyList<string> salesOrderLines, StepNotes notes)
    {
        var lookups = new Dictionary<string, IReadOnlyDictionary<string, string>>
        {
            ["items"] = await items.ResolveAsync(order, notes, CancellationToken.None),
            ["taxes"] = await settings.TaxIdsAsync(),
        };
        if (salesOrderLines.Count > 0)
            lookups["salesorderLines"] = salesOrderLines.Index().ToDictionary(line => $"{line.Index}", line => line.Item);
        var variables = new Dictionary<string, string> { ["contactId"] = contactId, ["number"] = number };
        return mapper.Map(document, json, notes, new MappingContext { Variables = variables, Lookups = lookups });
    }
}
