using System.Text.Json;
using Isthmus.Connectors.Http;
using Isthmus.Connectors.Json;

namespace Isthmus.Connectors.ZohoInventory;

public sealed partial class ZohoInventoryClient
{
    /// <summary>
    /// The sales order of our own number, whole; null when there is none. One call when there is none, else two.
    /// </summary>
    public async Task<JsonElement?> FindSalesOrderAsync(string number, CancellationToken cancellation = default)
    {
        var rows = await FindAsync("find sales order", "/salesorders", "salesorders", "salesorder_id",
            ("salesorder_number", number),
            row => row.Same("salesorder_number", number), cancellation);
        return rows.Count > 0
            ? await GetSalesOrderAsync(rows[0].Id("salesorder_id", ZohoInventoryOptions.Id, "find sales order"), cancellation) : null;
    }

    /// <summary>Sales orders with this reference number; it is not unique in Zoho. Rows, without lines.</summary>
    public Task<IReadOnlyList<JsonElement>> FindSalesOrdersByReferenceAsync(string reference,
        CancellationToken cancellation = default) => FindAsync(
        "find sales order by reference", "/salesorders", "salesorders", "salesorder_id", ("reference_number", reference),
        row => row.Same("reference_number", reference), cancellation);

    /// <summary>One sales order with its lines, packages and invoices.</summary>
    public Task<JsonElement> GetSalesOrderAsync(string id, CancellationToken cancellation = default) =>
        api.GetAsync("read sales order", One("salesorders", id), "salesorder", cancellation);

    /// <summary>Sales orders, all or those changed since a moment, newest change first. Rows, without lines.</summary>
    public IAsyncEnumerable<JsonElement> ListSalesOrdersAsync(DateTimeOffset? modifiedSince = null,
        CancellationToken cancellation = default)
    {
        var rows = api.ListAsync("list sales orders", "/salesorders", "salesorders", "salesorder_id", ZohoChanges.Newest,
            cancellation);
        return modifiedSince is { } since ? ZohoChanges.SinceAsync(rows, since, cancellation) : rows;
    }

    /// <summary>
    /// Creates a draft sales order under the number in its body. A taken number is a Conflict, duplicate-number.
    /// </summary>
    public Task<JsonElement> CreateSalesOrderAsync(ReadOnlyMemory<byte> body, CancellationToken cancellation = default) =>
        api.CreateAsync("create sales order", "/salesorders", OwnNumber, body, "salesorder|sales_order", cancellation);

    /// <summary>Confirms a sales order; does nothing when it is confirmed already.</summary>
    public Task ConfirmSalesOrderAsync(string id, CancellationToken cancellation = default) =>
        api.MoveAsync("confirm sales order", $"{One("salesorders", id)}/status/confirmed", cancellation);

    /// <summary>Changes members of a sales order; what the body does not name stays.</summary>
    public Task<JsonElement> UpdateSalesOrderAsync(string id, ReadOnlyMemory<byte> body, CancellationToken cancellation = default) =>
        api.UpdateAsync("change sales order", One("salesorders", id), body, "salesorder|sales_order", cancellation);

    /// <summary>
    /// Voids a sales order, which lets go of its stock; does nothing when it is void already. Zoho refuses when something of it was
    /// billed or packed.
    /// </summary>
    public Task VoidSalesOrderAsync(string id, CancellationToken cancellation = default) =>
        api.MoveAsync("void sales order", $"{One("salesorders", id)}/status/void", cancellation);

    /// <summary>
    /// The packages of a sales order with their status and shipment. Read from the order, because the list of packages
    /// ignores this filter.
    /// </summary>
    public async Task<IReadOnlyList<JsonElement>> GetPackagesOfAsync(string salesOrderId,
        CancellationToken cancellation = default) =>
        [.. (await GetSalesOrderAsync(salesOrderId, cancellation)).Items("packages")];
}
