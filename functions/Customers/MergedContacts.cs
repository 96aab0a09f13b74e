using Isthmus.Connectors.ZohoInventory;
using Isthmus.Core.Canonical;
using Isthmus.Core.Customers;

namespace Isthmus.Functions.Customers;

/// <summary>What became of a contact that is gone.</summary>
/// <param name="Link">The pair, with the contact that took the other one's place; null where none did.</param>
/// <param name="Kind">Why the pair comes apart, where it does.</param>
/// <param name="Words">The same for people.</param>
public sealed record Succession(CustomerLink? Link, PartingKind Kind, string Words);

/// <summary>
/// Tells contacts that were merged from contacts that were deleted: Zoho says neither, but the contact that is left has the
/// other one's persons.
/// </summary>
public sealed class MergedContacts(ZohoInventoryClient zoho, CustomerLinkStore links, ContactReferences references, CustomerRules rules)
{
    /// <summary>Goes on with the contact that is left, where there is one and the company wants that.</summary>
    public async Task<Succession> FollowAsync(CustomerLink link, Customer customer)
    {
        var deleted = new Succession(null, PartingKind.DeletedInZoho, "The contact was deleted in Zoho.");
        if (customer.Email is not { } email) return deleted;
        var left = (await zoho.FindContactsOfPersonAsync(email, CancellationToken.None)).Select(ContactCard.Of)
            .Where(card => card.Usable && card.Id != link.ContactId).OrderBy(card => card.Id, StringComparer.Ordinal).FirstOrDefault();
        if (left is null) return deleted;
        var words = $"Contact {link.ContactId} was merged into {left.Id} in Zoho";
        var moved = rules.Options.OnMergedInZoho == "follow" ? await links.MoveAsync(link, left.Id) : null;
        await references.RecordAsync(link.StripeId, email, left);
        if (moved is not null) return new(moved, PartingKind.MergedInZoho, words + ".");
        var whose = await links.FindOfContactAsync(left.Id) is { } other ? $", which is {other.StripeId}'s" : "";
        return new(null, PartingKind.MergedInZoho, $"{words}{whose}.");
    }
}
