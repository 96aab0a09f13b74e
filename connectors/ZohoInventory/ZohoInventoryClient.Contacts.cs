using System.Text.Json;

namespace Isthmus.Connectors.ZohoInventory;

public sealed partial class ZohoInventoryClient
{
    /// <summary>Contacts whose primary person has this e-mail address; several may.</summary>
    public Task<IReadOnlyList<JsonElement>> FindContactsByEmailAsync(string email,
        CancellationToken cancellation = default) => FindAsync(
        "find contact by e-mail", "/contacts", "contacts", "contact_id", ("email", email),
        row => row.Same("email", email), cancellation);

    /// <summary>The contact of this display name, which is unique in the organisation.</summary>
    public async Task<JsonElement?> FindContactByNameAsync(string name, CancellationToken cancellation = default)
    {
        var rows = await FindAsync("find contact by name", "/contacts", "contacts", "contact_id", ("contact_name", name),
            row => row.Same("contact_name", name), cancellation);
        return rows.Count > 0 ? rows[0] : null;
    }

    /// <summary>One contact with its persons and addresses.</summary>
    public Task<JsonElement> GetContactAsync(string id, CancellationToken cancellation = default) =>
        api.GetAsync("read contact", One("contacts", id), "contact", cancellation);

    /// <summary>
    /// Creates a contact. The e-mail address belongs on a contact person. A taken name is a Conflict, duplicate-name.
    /// </summary>
    public Task<JsonElement> CreateContactAsync(ReadOnlyMemory<byte> body, CancellationToken cancellation = default) =>
        api.CreateAsync("create contact", "/contacts", [], body, "contact", cancellation);
}
