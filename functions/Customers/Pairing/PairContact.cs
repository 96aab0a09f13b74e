using Isthmus.Connectors.Stripe;
using Isthmus.Connectors.ZohoInventory;
using Isthmus.Core.Canonical;
using Isthmus.Core.CrossReferences;
using Isthmus.Core.Customers;
using Isthmus.Core.Runs;
using Isthmus.Functions.Customers.Carrying;
using Isthmus.Functions.Steps;
using Isthmus.Functions.Webhooks;
using Microsoft.Azure.Functions.Worker;

namespace Isthmus.Functions.Customers.Pairing;

/// <summary>Finds the Stripe customer of a contact that has no pair, or creates it, once.</summary>
public sealed class PairContact(
    ZohoInventoryClient zoho, StripeClient stripe, ZohoContacts contacts, StripeCustomers customers, CustomerLinkStore links,
    CrossReferenceStore claims, ContactReferences references, CustomerRules rules, RunStore runs, WrittenRecords records, StepRunner steps)
{
    private const string Target = "stripe.customer";

    /// <summary>The activity; answers with the customer.</summary>
    [Function(nameof(PairContact))]
    public Task<StepResult<Counterpart>> Run([ActivityTrigger] Step<string> step) =>
        steps.RunAsync(step, "find the customer", async (contactId, notes) =>
        {
            await runs.BeginAsync(new Run { Id = step.RunId, Flow = CustomerOrchestration.Flow, Key = contactId });
            if (await links.FindOfContactAsync(contactId) is { } link) return new Counterpart(link.StripeId);
            if (await zoho.FindContactAsync(contactId, CancellationToken.None) is not { } contact)
                return new(null, "The contact is not in Zoho any more.");
            var card = ContactCard.Of(contact);
            if (!card.Usable) return new(null, card.IsCustomer ? "The contact is inactive." : "The contact is a vendor.");
            var customer = contacts.Read(contact).Customer;
            var found = await FindAsync(card, customer) ?? await CreateAsync(card, customer, step.RunId, notes);
            if (found.Id is null) return found;
            if (await links.LinkAsync(found.Id, contactId) is null) return new(null, $"{found.Id} has another contact already.");
            await references.RecordAsync(found.Id, customer.Email, card);
            return found;
        });

    private async Task<Counterpart?> FindAsync(ContactCard card, Customer customer)
    {
        if (card.StripeId is { } named && EventIds.Usable(named))
            return await customers.FindAsync(named) is null
                ? new(null, $"{named}, which the contact names, is not in Stripe any more. "
                    + $"Empty the contact's field {ContactCard.StripeField} to link it anew.")
                : new(named);
        if (customer.Email is null) return null;
        var alike = await stripe.FindCustomersByEmailAsync(customer.Email, CancellationToken.None);
        foreach (var id in alike.Select(each => each.NeedText("id", StripeOptions.Id)))
            if (await links.FindAsync(id) is null) return new(id);
        return alike.Count == 0 ? null
            : new(null, $"{alike[0].NeedText("id", StripeOptions.Id)} has the same e-mail address, and has or had another contact.");
    }

    private async Task<Counterpart> CreateAsync(ContactCard card, Customer customer, string runId, StepNotes notes)
    {
        if (!rules.Options.CreateInStripe) return new(null, "The contact has no customer in Stripe, and Isthmus:Customers:CreateInStripe is false.");
        var claim = await claims.ClaimAsync(ContactKeys.OfContact(card.Id), Target, runId);
        if (claim.State == ClaimState.Done) return new(claim.Reference!.Id);
        var created = claim.State == ClaimState.First ? null : await stripe.FindCustomerOfContactAsync(card.Id, CancellationToken.None);
        created ??= await customers.CreateAsync(customer, card.Id, notes);
        var id = created.Value.NeedText("id", StripeOptions.Id);
        await records.AddAsync(runId, "write customer", claim.Key, claim.Target, new Reference(id), notes);
        notes.Detail = $"Created {id}.";
        return new(id);
    }
}
