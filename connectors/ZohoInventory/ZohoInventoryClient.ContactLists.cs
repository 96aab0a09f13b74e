using System.Text.Json;

namespace Isthmus.Connectors.ZohoInventory;

public sealed partial class ZohoInventoryClient
{
    /// <summary>Contacts, all or those changed since a moment.</summary>
    public IAsyncEnumerable<JsonElement> ListContactsAsync(DateTimeOffset? modifiedSince = null, CancellationToken cancellation = default)
    {
        IReadOnlyList<(string, string?)> oldestFirst = [("sort_column", "created_time"), ("sort_order", "A")];
        var order = modifiedSince is null ? oldestFirst : ZohoChanges.Newest;
        var rows = api.ListAsync("list contacts", "/contacts", "contacts", "contact_id", order, cancellation);
        return modifiedSince is { } since ? ZohoChanges.SinceAsync(rows, since, cancellation) : rows;
    }

    /// <summary>Changes the members that the body names; its persons take the place of those that are there.</summary>
    public Task<JsonElement> UpdateContactAsync(string id, ReadOnlyMemory<byte> body, CancellationToken cancellation = default) =>
        api.UpdateAsync("update contact", One("contacts", id), body, "contact", cancellation);
}
