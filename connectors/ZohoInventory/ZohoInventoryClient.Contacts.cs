using System.Text.Json;
using Isthmus.Connectors.Json;
using Isthmus.Core.Failures;

namespace Isthmus.Connectors.ZohoInventory;

public sealed partial class ZohoInventoryClient
{
    /// <summary>How many contacts are read whole to find one by the address of any of its persons.</summary>
    private const int MostLookedInto = 20;

    /// <summary>Contacts whose primary person has this e-mail address; several may.</summary>
    public Task<IReadOnlyList<JsonElement>> FindContactsByEmailAsync(string email,
        CancellationToken cancellation = default) => FindAsync(
        "find contact by e-mail", "/contacts", "contacts", "contact_id", ("email", email),
        row => row.Same("email", email), cancellation);

    /// <summary>
    /// Contacts of which any person has this e-mail address, whole. Rows show the primary person only, so each is read: a call a row.
    /// </summary>
    public async Task<IReadOnlyList<JsonElement>> FindContactsOfPersonAsync(string email, CancellationToken cancellation = default)
    {
        var rows = api.ListAsync("find contact of person", "/contacts", "contacts", "contact_id", [("email", email)], cancellation);
        var found = new List<JsonElement>();
        await foreach (var row in rows.Take(MostLookedInto).WithCancellation(cancellation))
        {
            if (await FindContactAsync(row.Text("contact_id")!, cancellation) is not { } contact) continue;
            if (contact.Items("contact_persons").Any(person => person.Same("email", email))) found.Add(contact);
        }
        return found;
    }

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

    /// <summary>One contact with its persons and addresses; null where there is none any more: deleted, or merged into another.</summary>
    public async Task<JsonElement?> FindContactAsync(string id, CancellationToken cancellation = default)
    {
        try { return await GetContactAsync(id, cancellation); }
        catch (FailureException gone) when (gone.Failure.Class == FailureClass.ReferenceMissing) { return null; }
    }

    /// <summary>
    /// Creates a contact. The e-mail address belongs on a contact person. A taken name is a Conflict, duplicate-name.
    /// </summary>
    public Task<JsonElement> CreateContactAsync(ReadOnlyMemory<byte> body, CancellationToken cancellation = default) =>
        api.CreateAsync("create contact", "/contacts", [], body, "contact", cancellation);

    /// <summary>Marks a contact as inactive; does nothing when it is inactive already.</summary>
    public Task DeactivateContactAsync(string id, CancellationToken cancellation = default) =>
        api.MoveAsync("mark contact as inactive", $"{One("contacts", id)}/inactive", cancellation);
}
