using Isthmus.Sandbox.ZohoInventory.Storage;

namespace Isthmus.Sandbox.ZohoInventory.Contacts;

internal static class ContactTable
{
    public static Table<Contact> Create() => new(contact => contact.Id,
        Index<Contact>.On("contact_name", contact => contact.Name),
        Index<Contact>.On("company_name", contact => contact.CompanyName),
        new Index<Contact>("email", contact => contact.Persons.Select(person => person.Email)),
        new Index<Contact>("contact_person_id", contact => contact.Persons.Select(person => person.Id)));
}
