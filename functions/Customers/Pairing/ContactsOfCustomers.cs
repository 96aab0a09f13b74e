using Isthmus.Connectors.ZohoInventory;
using Isthmus.Core.Audit;
using Isthmus.Core.Canonical;
using Isthmus.Core.CrossReferences;
using Isthmus.Core.Customers;
using Isthmus.Core.Failures;
using Isthmus.Functions.Customers.Carrying;
using Isthmus.Functions.OrderToCash;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.Customers.Pairing;

/// <summary>
/// Finds the contact of a Stripe customer who has no pair yet, or creates it, once: by the id in the metadata, by what orders found before,
/// by e-mail address.
/// </summary>
public sealed class ContactsOfCustomers(
    ZohoInventoryClient zoho, ZohoContacts contacts, ZohoSettings settings, CrossReferenceStore references, CustomerLinkStore links,
    CustomerRules rules, AuditTrail audit, TimeProvider time)
{
    private readonly KeptTable organization = new(time, async () => new Dictionary<string, string>
    {
        ["currency"] = (await zoho.GetOrganizationAsync(CancellationToken.None))?.FindText("currency_code") ?? "",
    });

    /// <summary>The contact; null where there is none and none is to be created.</summary>
    public async Task<ContactCard?> FindOrCreateAsync(CustomerRecord record, string runId, StepNotes notes)
    {
        var customer = record.Customer;
        if (StripeCustomers.ContactOf(record.Document) is { } named && await UsableAsync(named) is { } marked
            && await links.FindOfContactAsync(named) is null) return marked;
        var currency = customer.Currency ?? (await organization.GetAsync())["currency"];
        var byId = ContactKeys.OfCustomer(customer.ExternalId!, currency);
        var byEmail = customer.Email is { } email ? ContactKeys.OfEmail(email, currency) : null;
        foreach (var key in new[] { byId, byEmail }.OfType<string>())
            if (await references.FindAsync(key, ContactKeys.Target) is { } known && await UsableAsync(known.Id) is { } contact) return contact;
        zoho.BeginTurn();
        var claim = await references.ClaimAsync(byEmail ?? byId, ContactKeys.Target, runId);
        if (claim.State == ClaimState.Taken) throw BeingCreated();
        var found = await FindAsync(customer, currency);
        if (found is null && rules.Options.CreateInZoho) found = await CreateAsync(customer, currency, runId, notes);
        // The claim is for a contact of this currency; the caller records what was found under its own.
        if (found?.Currency != currency) await references.ReleaseAsync(claim, runId);
        return found;
    }

    private async Task<ContactCard?> UsableAsync(string id) =>
        await zoho.FindContactAsync(id, CancellationToken.None) is { } contact && ContactCard.Of(contact) is { Usable: true } card ? card : null;

    /// <summary>One that names the customer comes first, then one of the customer's currency, then the oldest.</summary>
    private async Task<ContactCard?> FindAsync(Customer customer, string currency)
    {
        if (customer.Email is null) return null;
        return (await zoho.FindContactsByEmailAsync(customer.Email, CancellationToken.None)).Select(ContactCard.Of)
            .Where(card => card.Usable)
            .OrderByDescending(card => card.StripeId == customer.ExternalId).ThenByDescending(card => card.Currency == currency)
            .ThenBy(card => card.Id, StringComparer.Ordinal).FirstOrDefault();
    }

    /// <summary>A name may be taken by another person, or by an earlier try of ours whose answer was lost.</summary>
    private async Task<ContactCard> CreateAsync(Customer customer, string currency, string runId, StepNotes notes)
    {
        var usual = new[] { customer.Company, customer.Name, customer.Email }.FirstOrDefault(name => !string.IsNullOrWhiteSpace(name));
        string?[] names = [null, $"{usual} ({customer.Email ?? customer.ExternalId})", $"{usual} ({customer.ExternalId})"];
        var currencyId = (await settings.CurrencyIdsAsync()).GetValueOrDefault(currency);
        for (var i = 0; ; i++)
        {
            try
            {
                var created = ContactCard.Of(await contacts.CreateAsync(customer, names[i], currencyId, notes));
                notes.Detail = $"Created contact {created.Id}.";
                await audit.AddAsync(runId, "write contact", $"{ContactKeys.Target}/{created.Id}", "written", notes.Mapping, notes.Fields);
                return created;
            }
            catch (FailureException taken) when (taken.Failure.Code == "duplicate-name")
            {
                if (await OwnAsync(names[i] ?? usual!, customer) is { } own) return own;
                if (i == names.Length - 1) throw;
            }
        }
    }

    private async Task<ContactCard?> OwnAsync(string name, Customer customer) =>
        await zoho.FindContactByNameAsync(name.Trim(), CancellationToken.None) is { } row && ContactCard.Of(row) is { Usable: true } card
            && card.StripeId == customer.ExternalId ? card : null;

    private static FailureException BeingCreated() => new(new Failure(
        FailureClass.Locked, "zoho-inventory", "find the contact", "contact-being-created",
        "An order of the same customer creates the contact at this moment.", "It is tried again by itself."));
}
