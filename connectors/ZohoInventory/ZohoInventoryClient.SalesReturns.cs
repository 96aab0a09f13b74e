using System.Text.Json;
using Isthmus.Connectors.Http;

namespace Isthmus.Connectors.ZohoInventory;

public sealed partial class ZohoInventoryClient
{
    /// <summary>One sales return with its lines, its receives and its credit notes.</summary>
    public Task<JsonElement> GetSalesReturnAsync(string id, CancellationToken cancellation = default) =>
        api.GetAsync("read sales return", One("salesreturns", id), "salesreturn", cancellation);

    /// <summary>
    /// The sales return of our own number, whole; null when there is none. The list ignores every filter, so that all its rows are
    /// compared.
    /// </summary>
    public async Task<JsonElement?> FindSalesReturnAsync(string number, CancellationToken cancellation = default)
    {
        await foreach (var row in ListSalesReturnsAsync(null, cancellation))
        {
            if (!row.Same("salesreturn_number", number)) continue;
            var id = row.Id("salesreturn_id", ZohoInventoryOptions.Id, "find sales return");
            return await GetSalesReturnAsync(id, cancellation);
        }
        return null;
    }

    /// <summary>Sales returns, all or those changed since a moment, newest first. Rows, without lines.</summary>
    public IAsyncEnumerable<JsonElement> ListSalesReturnsAsync(DateTimeOffset? modifiedSince = null,
        CancellationToken cancellation = default)
    {
        var rows = api.ListAsync("list sales returns", "/salesreturns", "salesreturns", "salesreturn_id", ZohoChanges.Newest, cancellation);
        return modifiedSince is { } since ? ZohoChanges.SinceAsync(rows, since, cancellation) : rows;
    }

    /// <summary>Creates a sales return of shipped units; each line names its item and its line of the sales order.</summary>
    public Task<JsonElement> CreateSalesReturnAsync(string salesOrderId, ReadOnlyMemory<byte> body,
        CancellationToken cancellation = default) =>
        api.CreateAsync("create sales return", "/salesreturns", [("salesorder_id", salesOrderId)], body, "salesreturn", cancellation);
}
