using Isthmus.Core.Canonical;
using Isthmus.Core.CrossReferences;

namespace Isthmus.Functions.Customers;

/// <summary>Keeps the keys under which orders find a customer's contact in step with the pair.</summary>
public sealed class ContactReferences(CrossReferenceStore references)
{
    /// <summary>Orders of the customer go to this contact from now on.</summary>
    /// <param name="stripeId">Stripe's customer id.</param>
    /// <param name="email">The customer's e-mail address, where there is one.</param>
    /// <param name="contact">The contact; its currency is its documents'.</param>
    public async Task RecordAsync(string stripeId, string? email, ContactCard contact)
    {
        foreach (var key in Keys(stripeId, email, contact.Currency))
            await references.RecordAsync(key, ContactKeys.Target, new Reference(contact.Id));
    }

    /// <summary>Orders of the customer look for a contact anew: this one is gone.</summary>
    public async Task ForgetAsync(Customer customer, string contactId, string currency)
    {
        foreach (var key in Keys(customer.ExternalId!, customer.Email, currency))
            await references.ForgetAsync(key, ContactKeys.Target, contactId);
    }

    private static IEnumerable<string> Keys(string stripeId, string? email, string currency)
    {
        yield return ContactKeys.OfCustomer(stripeId, currency);
        if (!string.IsNullOrEmpty(email)) yield return ContactKeys.OfEmail(email, currency);
    }
}
