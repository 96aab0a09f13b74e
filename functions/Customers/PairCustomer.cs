using Isthmus.Core.Customers;
using Isthmus.Core.Runs;
using Isthmus.Functions.Steps;
using Microsoft.Azure.Functions.Worker;

namespace Isthmus.Functions.Customers;

/// <summary>Finds the pair of a Stripe customer, or makes it.</summary>
public sealed class PairCustomer(
    StripeCustomers customers, ContactsOfCustomers contacts, CustomerLinkStore links, ContactReferences references, RunStore runs, StepRunner steps)
{
    /// <summary>The activity; answers with the contact.</summary>
    [Function(nameof(PairCustomer))]
    public Task<StepResult<Counterpart>> Run([ActivityTrigger] Step<string> step) =>
        steps.RunAsync(step, "find the contact", async (stripeId, notes) =>
        {
            await runs.BeginAsync(new Run { Id = step.RunId, Flow = CustomerOrchestration.Flow, Key = stripeId });
            var link = await links.FindAsync(stripeId);
            if (link is { State: LinkState.Unlinked }) return new Counterpart(null, $"The pair was ended: {link.Reason}");
            if (link is null)
            {
                var found = await PairAsync(stripeId, step.RunId, notes);
                if (found.Id is null) return found;
                link = new CustomerLink(stripeId, found.Id);
            }
            notes.Key = link.ContactId;
            return new Counterpart(link.ContactId);
        });

    private async Task<Counterpart> PairAsync(string stripeId, string runId, StepNotes notes)
    {
        if (await customers.FindAsync(stripeId) is not { } record) return new(null, "The customer is not in Stripe any more, and had no contact.");
        if (await contacts.FindOrCreateAsync(record, runId, notes) is not { } contact)
            return new(null, "The customer has no contact, and Isthmus:Customers:CreateInZoho is false.");
        var link = await links.LinkAsync(stripeId, contact.Id);
        await references.RecordAsync(stripeId, record.Customer.Email, contact);
        if (link is not null) return new(contact.Id);
        var other = (await links.FindOfContactAsync(contact.Id))?.StripeId;
        return new(null, $"Contact {contact.Id} is {other}'s already, whose e-mail address is the same: "
            + $"orders of both go there, and {other} is kept like it.");
    }
}
