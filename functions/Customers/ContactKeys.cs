using Isthmus.Core.Tables;

namespace Isthmus.Functions.Customers;

/// <summary>
/// The keys under which a contact is known to every flow that needs one, so that none makes a second. A Zoho contact has one currency and
/// its documents follow it, so that the currency is part of the key.
/// </summary>
internal static class ContactKeys
{
    /// <summary>What the keys stand for in the cross-references.</summary>
    public const string Target = "zoho-inventory.contact";

    /// <summary>What a contact's own key stands for in Sage: the customer that its orders are entered for.</summary>
    public const string SageCustomer = "sage-100.customer";

    /// <summary>The key of a contact itself, under which it is known in Stripe and Sage.</summary>
    public static string OfContact(string contactId) => "contact|" + contactId;

    /// <summary>The key of a Stripe customer.</summary>
    public static string OfCustomer(string stripeId, string currency) => $"customer|{stripeId}|{currency}";

    /// <summary>The key of a person who is known by e-mail address.</summary>
    public static string OfEmail(string email, string currency) => $"email|{TableKey.Personal(email)}|{currency}";
}
