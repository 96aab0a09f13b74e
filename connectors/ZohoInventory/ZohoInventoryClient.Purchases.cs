using System.Text.Json;
using Isthmus.Connectors.Json;
using Isthmus.Core.Failures;

namespace Isthmus.Connectors.ZohoInventory;

public sealed partial class ZohoInventoryClient
{
    /// <summary>One purchase order with its lines and the numbers of its receives; null when it was deleted.</summary>
    public Task<JsonElement?> FindPurchaseOrderByIdAsync(string id, CancellationToken cancellation = default) => UnlessGoneAsync(
        () => api.GetAsync("read purchase order", One("purchaseorders", id), "purchaseorder|purchase_order", cancellation));

    /// <summary>The purchase order of our own number, whole; null when there is none. One call when there is none, else two.</summary>
    public async Task<JsonElement?> FindPurchaseOrderAsync(string number, CancellationToken cancellation = default)
    {
        var rows = await FindAsync("find purchase order", "/purchaseorders", "purchaseorders", "purchaseorder_id",
            ("purchaseorder_number", number), row => row.Same("purchaseorder_number", number), cancellation);
        return rows.Count > 0 ? await FindPurchaseOrderByIdAsync(rows[0].Text("purchaseorder_id")!, cancellation) : null;
    }

    /// <summary>
    /// Purchase orders, all or those changed since a moment, newest change first. Rows, without lines, with the numbers of their receives.
    /// </summary>
    public IAsyncEnumerable<JsonElement> ListPurchaseOrdersAsync(DateTimeOffset? modifiedSince = null,
        CancellationToken cancellation = default)
    {
        var rows = api.ListAsync("list purchase orders", "/purchaseorders", "purchaseorders", "purchaseorder_id", ZohoChanges.Newest,
            cancellation);
        return modifiedSince is { } since ? ZohoChanges.SinceAsync(rows, since, cancellation) : rows;
    }

    /// <summary>
    /// Creates a draft purchase order under the number in its body. A taken number is a Conflict, duplicate-number.
    /// </summary>
    public Task<JsonElement> CreatePurchaseOrderAsync(ReadOnlyMemory<byte> body, CancellationToken cancellation = default) =>
        api.CreateAsync("create purchase order", "/purchaseorders", OwnNumber, body, "purchaseorder|purchase_order", cancellation);

    /// <summary>Changes members of a purchase order; lines keep what came for them when they name their line_item_id.</summary>
    public Task<JsonElement> UpdatePurchaseOrderAsync(string id, ReadOnlyMemory<byte> body, CancellationToken cancellation = default) =>
        api.UpdateAsync("change purchase order", One("purchaseorders", id), body, "purchaseorder|purchase_order", cancellation);

    /// <summary>Issues a purchase order, so that goods can be received; does nothing when it is issued already.</summary>
    public Task IssuePurchaseOrderAsync(string id, CancellationToken cancellation = default) =>
        api.MoveAsync("issue purchase order", $"{One("purchaseorders", id)}/status/issued", cancellation);

    /// <summary>Cancels a purchase order; Zoho refuses when something of it was received or billed.</summary>
    public Task CancelPurchaseOrderAsync(string id, CancellationToken cancellation = default) =>
        api.MoveAsync("cancel purchase order", $"{One("purchaseorders", id)}/status/cancelled", cancellation);

    /// <summary>One receive with its lines; null when it was deleted.</summary>
    public Task<JsonElement?> FindPurchaseReceiveAsync(string id, CancellationToken cancellation = default) => UnlessGoneAsync(
        () => api.GetAsync("read purchase receive", One("purchasereceives", id), "purchasereceive|purchase_receive", cancellation));

    /// <summary>
    /// Receives goods of an issued purchase order under the number in its body, which raises physical stock. A taken number is a
    /// Conflict, duplicate-number. Zoho has no list of receives: its order names them.
    /// </summary>
    public Task<JsonElement> CreatePurchaseReceiveAsync(
        string purchaseOrderId, ReadOnlyMemory<byte> body, CancellationToken cancellation = default) => api.CreateAsync(
        "create purchase receive", "/purchasereceives", [("purchaseorder_id", purchaseOrderId)], body, "purchasereceive|purchase_receive",
        cancellation);

    private static async Task<JsonElement?> UnlessGoneAsync(Func<Task<JsonElement>> read)
    {
        try { return await read(); }
        catch (FailureException gone) when (gone.Failure.Class == FailureClass.ReferenceMissing) { return null; }
    }
}
