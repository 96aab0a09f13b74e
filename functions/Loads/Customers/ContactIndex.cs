using System.Security.Cryptography;
using System.Text;
using Isthmus.Connectors.ZohoInventory;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.Loads.Customers;

/// <summary>
/// Zoho's contacts by e-mail address, read whole when a load needs them first, so that no customer costs a search. It holds hashes
/// of 16 bytes, not addresses.
/// </summary>
public sealed class ContactIndex(ZohoInventoryClient zoho, TimeProvider time)
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(6);
    private readonly SemaphoreSlim gate = new(1);
    private Dictionary<UInt128, string> contacts = [];
    private DateTimeOffset? readAt;

    /// <summary>The oldest contact with an address, or null.</summary>
    public async Task<string?> FindAsync(string email)
    {
        await gate.WaitAsync();
        try
        {
            if (readAt is null || time.GetUtcNow() - readAt > Life) await ReadAsync();
            return contacts.GetValueOrDefault(Hash(email));
        }
        finally { gate.Release(); }
    }

    private async Task ReadAsync()
    {
        var (began, read) = (time.GetUtcNow(), new Dictionary<UInt128, string>());
        await foreach (var contact in zoho.ListContactsAsync(null, CancellationToken.None))
        {
            if (contact.FindText("email") is not { Length: > 0 } email || contact.FindText("contact_type") == "vendor") continue;
            var (key, id) = (Hash(email), contact.NeedText("contact_id", ZohoInventoryOptions.Id));
            if (!read.TryGetValue(key, out var other) || string.CompareOrdinal(id, other) < 0) read[key] = id;
        }
        (contacts, readAt) = (read, began);
    }

    private static UInt128 Hash(string email) => new(
        BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes(email.Trim().ToLowerInvariant())), 0),
        BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes(email.Trim().ToLowerInvariant())), 8));
}
