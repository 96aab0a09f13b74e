namespace Isthmus.Core.Canonical;

/// <summary>Who buys. A guest has no <see cref="ExternalId"/>; then the e-mail address identifies.</summary>
public sealed record Customer
{
    /// <summary>The key of the source system (cus_..., a Zoho contact id), or null for a guest.</summary>
    public string? ExternalId { get; init; }
    /// <summary>Display name.</summary>
    public string Name { get; init; } = "";
    /// <summary>Company, where it is one.</summary>
    public string? Company { get; init; }
    /// <summary>E-mail address, trimmed; compared without case.</summary>
    public string? Email { get; init; }
    /// <summary>Telephone number as given.</summary>
    public string? Phone { get; init; }
    /// <summary>Where invoices go.</summary>
    public Address? Billing { get; init; }
    /// <summary>Where goods go.</summary>
    public Address? Shipping { get; init; }
    /// <summary>The people to talk to; the first is the primary one.</summary>
    public IReadOnlyList<Contact> Contacts { get; init; } = [];
    /// <summary>Upper-case ISO 4217 code of the customer's documents, where known.</summary>
    public string? Currency { get; init; }
    /// <summary>How sales to the customer are taxed: <c>taxable</c>, <c>exempt</c>, <c>reverse</c>; null where nobody says.</summary>
    public string? TaxStatus { get; init; }
    /// <summary>The number under which the customer pays tax, as given.</summary>
    public string? TaxNumber { get; init; }
    /// <summary>Fields of the source that have no place above, by name.</summary>
    public IReadOnlyDictionary<string, string> Custom { get; init; } = new Dictionary<string, string>();
}

/// <summary>A person at a customer.</summary>
public sealed record Contact
{
    /// <summary>Given name.</summary>
    public string? FirstName { get; init; }
    /// <summary>Family name.</summary>
    public string? LastName { get; init; }
    /// <summary>E-mail address.</summary>
    public string? Email { get; init; }
    /// <summary>Telephone number.</summary>
    public string? Phone { get; init; }
}
