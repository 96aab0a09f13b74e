using System.Text.Json;
using Isthmus.Connectors.Sage100;
using Isthmus.Connectors.ZohoInventory;
using Isthmus.Core.CrossReferences;
using Isthmus.Core.Failures;
using Isthmus.Functions.Customers;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.Loads.Customers;

/// <summary>The contact that stands for a customer.</summary>
/// <param name="Id">Zoho's contact id.</param>
/// <param name="Changed">False when it was there and was left as it is; an earlier try may have written it.</param>
public sealed record LoadedContact(string Id, bool Changed);

/// <summary>
/// Writes a customer of Sage to Zoho, once. A contact with the customer's e-mail address that no other customer has is taken as it
/// is. The link is the one that orders follow: an order of the contact is entered for this customer.
/// </summary>
public sealed class LoadedContacts(
    ZohoInventoryClient zoho, SageOptions sage, ContactIndex index, CrossReferenceStore references)
{
    private const string CustomerOfContact = "sage-100.loaded-customer";

    /// <summary>Writes it, or finds it written.</summary>
    public async Task<LoadedContact> WriteAsync(SageCustomer customer, string runId)
    {
        zoho.BeginTurn();
        var claim = await references.ClaimAsync("sage-customer|" + customer.Key, ContactKeys.Target, runId);
        if (claim.State == ClaimState.Taken) throw BeingWritten(customer);
        if (claim.State == ClaimState.Done) return await UpdateAsync(claim.Reference!.Id, customer);
        var contact = await FindAsync(customer, claim.State) ?? new(await CreateAsync(customer, claim, runId), true);
        await LinkAsync(contact.Id, customer);
        await references.RecordAsync(claim.Key, ContactKeys.Target, new Reference(contact.Id));
        return contact;
    }

    private async Task<LoadedContact?> FindAsync(SageCustomer customer, ClaimState state)
    {
        if (customer.Email is { Length: > 0 } email && await index.FindAsync(email) is { } known && await IsFreeAsync(known, customer))
            return new(known, Changed: state == ClaimState.Repeat);
        if (state != ClaimState.Repeat) return null;
        foreach (var name in new[] { customer.OwnName, customer.Name })
        {
            if (await zoho.FindContactByNameAsync(name, CancellationToken.None) is not { } found) continue;
            var id = found.NeedText("contact_id", ZohoInventoryOptions.Id);
            var same = name == customer.OwnName
                || string.Equals(found.FindText("email") ?? "", customer.Email ?? "", StringComparison.OrdinalIgnoreCase);
            if (same && await IsFreeAsync(id, customer)) return new(id, true);
        }
        return null;
    }

    /// <summary>What Zoho refuses leaves nothing behind, and nothing that keeps another run from the customer.</summary>
    private async Task<string> CreateAsync(SageCustomer customer, Claim claim, string runId)
    {
        try { return await CreateAsync(customer); }
        catch (FailureException refused) when (!refused.Failure.EffectUnknown)
        {
            await references.ReleaseAsync(claim, runId);
            throw;
        }
    }

    /// <summary>Display names are unique in Zoho, customers' names are not in Sage.</summary>
    private async Task<string> CreateAsync(SageCustomer customer)
    {
        try { return Id(await zoho.CreateContactAsync(customer.Body, CancellationToken.None)); }
        catch (FailureException taken) when (taken.Failure.Code == "duplicate-name")
        {
            return Id(await zoho.CreateContactAsync(customer.Named(customer.OwnName), CancellationToken.None));
        }
    }

    private async Task<LoadedContact> UpdateAsync(string id, SageCustomer customer)
    {
        var stored = await zoho.GetContactAsync(id, CancellationToken.None);
        try { await zoho.UpdateContactAsync(id, ContactPersons.Kept(customer.Body, stored), CancellationToken.None); }
        catch (FailureException taken) when (taken.Failure.Code == "duplicate-name")
        {
            await zoho.UpdateContactAsync(id, ContactPersons.Kept(customer.Named(customer.OwnName), stored), CancellationToken.None);
        }
        return new(id, true);
    }

    /// <summary>True for the one customer that may have the contact; two that ask at the same time do not both get it.</summary>
    private async Task<bool> IsFreeAsync(string contactId, SageCustomer customer)
    {
        var key = ContactKeys.OfContact(contactId);
        if (await references.FindAsync(key, ContactKeys.SageCustomer) is { } ofOrders && ofOrders.Id != customer.Number) return false;
        var claim = await references.ClaimAsync(key, CustomerOfContact, customer.Key);
        return claim.State == ClaimState.Done ? claim.Reference!.Id == customer.Key : claim.State != ClaimState.Taken;
    }

    /// <summary>Orders are entered in one division; a customer of another is linked, but not for them.</summary>
    private async Task LinkAsync(string contactId, SageCustomer customer)
    {
        var key = ContactKeys.OfContact(contactId);
        await references.RecordAsync(key, CustomerOfContact, new Reference(customer.Key));
        if (customer.Division == sage.CustomerDivision) await references.RecordAsync(key, ContactKeys.SageCustomer, new Reference(customer.Number));
    }

    private static string Id(JsonElement contact) => contact.NeedText("contact_id", ZohoInventoryOptions.Id);

    private static FailureException BeingWritten(SageCustomer customer) => new(new Failure(
        FailureClass.Locked, ZohoInventoryOptions.Id, "write the contact", "being-written",
        $"Another run writes customer {customer.Key} at this moment.", "It is tried again by itself."));
}
