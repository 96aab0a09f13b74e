using Isthmus.Core.Canonical;

namespace Isthmus.Core.Customers;

/// <summary>A customer as one system holds it now, beside what is known of it.</summary>
/// <param name="Side">The system.</param>
/// <param name="Customer">As it was read.</param>
/// <param name="Now">The hashes of its fields.</param>
/// <param name="Known">Their hashes when both sides last agreed; null where this system is new to the customer.</param>
public sealed record CustomerState(CustomerSide Side, Customer Customer, FieldHashes Now, FieldHashes? Known)
{
    /// <summary>Its fields that have a value.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; } = CustomerFields.Of(Customer);

    /// <summary>True when nobody compared it with the others before.</summary>
    public bool IsNew => Known is null;

    /// <summary>True when the field has a value.</summary>
    public bool Has(string field) => Fields.ContainsKey(field);

    /// <summary>True when the field is not what it was; what a new system brings is news as well.</summary>
    public bool Moved(string field) => Known is null ? Has(field) : Known[field] != Now[field];

    /// <summary>The state of a customer as it was read.</summary>
    public static CustomerState Of(CustomerSide side, string salt, Customer customer, FieldHashes? known) =>
        new(side, customer, FieldHashes.Of(salt, CustomerFields.Of(customer)), known);
}
