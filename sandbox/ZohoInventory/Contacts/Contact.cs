using Isthmus.Sandbox.ZohoInventory.Lists;
using Isthmus.Sandbox.ZohoInventory.Organization;
using Isthmus.Sandbox.ZohoInventory.Storage;

namespace Isthmus.Sandbox.ZohoInventory.Contacts;

/// <summary>A customer or vendor. Its name is unique in the organisation; e-mail addresses are on its persons.</summary>
internal sealed class Contact : IStamped
{
    public required string Id { get; init; }

    public string Name { get; set; } = "";

    public string CompanyName { get; set; } = "";

    public string Type { get; set; } = "customer";

    public bool IsActive { get; set; } = true;

    public string CurrencyId { get; set; } = "";

    public int PaymentTerms { get; set; }

    public Address Billing { get; set; } = new();

    public Address Shipping { get; set; } = new();

    public List<Person> Persons { get; set; } = [];

    public CustomValues Custom { get; set; } = new();

    public Echoed Rest { get; set; } = new();

    /// <summary>Customer payments not applied to an invoice, in the contact's currency.</summary>
    public decimal UnusedCredits { get; set; }

    /// <summary>Open balance of sent invoices, in the contact's currency.</summary>
    public decimal Receivable { get; set; }

    public DateTimeOffset Created { get; init; }

    public DateTimeOffset Modified { get; set; }

    public Person? Primary => Persons.Find(person => person.IsPrimary);
}
