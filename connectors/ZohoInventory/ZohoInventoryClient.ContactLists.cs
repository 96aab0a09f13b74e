using System.Text.Json;

namespace Isthmus.Connectors.ZohoInventory;

public sealed partial class ZohoInventoryClient
{
    /// <summary>Contacts, all or those changed since a moment.</summary>
    public IAsyncEnumerable<JsonElement> ListContactsAsync(DateTimeOffset? modifiedSince = null, CancellationToken cancellation = default)
    {
        if (modifiedSince is not { } since)
            return api.ListAsync("list contacts", "/contacts", "contacts", "contact_id", [("sort_column", "created_time"), ("sort_order", "A")], cancellation);
        var newest = api.ListAsync("list contacts", "/contacts", "contacts", "contact_id", ZohoChanges.Newest, cancellation);
        return ZohoChanges.SinceAsync(newest, since, cancellation);
    }

    /// <summary>Changes the members that the body names; its persons take the place of those that are there.</summary>
    public Task<JsonElement> UpdateContactAsync(string id, ReadOnlyMemory<byte> body, CancellationToken cancellation = default) =>
        api.UpdateAsync("update contact", One("contacts", id), body, "contact", cancellation);
}
