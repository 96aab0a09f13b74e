using System.Text.Json.Nodes;
using Isthmus.Sandbox.ZohoInventory.Api;
using Isthmus.Sandbox.ZohoInventory.Lists;

namespace Isthmus.Sandbox.ZohoInventory.Contacts;

internal static class ContactRoutes
{
    private static readonly Listing<Contact> listing = new()
    {
        Envelope = "contacts",
        Report = "Contacts",
        Table = company => company.Contacts,
        Row = ContactView.Row,
        Columns =
        [
            new TextColumn<Contact>("contact_name", contact => contact.Name),
            new TextColumn<Contact>("company_name", contact => contact.CompanyName),
            new TextColumn<Contact>("first_name", contact => contact.Persons.Select(person => person.FirstName)),
            new TextColumn<Contact>("last_name", contact => contact.Persons.Select(person => person.LastName)),
            new TextColumn<Contact>("email", contact => contact.Persons.Select(person => person.Email)),
            new TextColumn<Contact>("phone", contact => contact.Persons.Select(person => person.Phone)),
            new TextColumn<Contact>("address",
                contact => [contact.Billing.Street, contact.Billing.City, contact.Shipping.Street]),
            new TextColumn<Contact>("contact_type", contact => contact.Type, exactOnly: true),
        ],
        Sortable = [new NumberColumn<Contact>("outstanding_receivable_amount", contact => contact.Receivable)],
        FilterBy = by => by switch
        {
            "Status.Active" => contact => contact.IsActive,
            "Status.Inactive" => contact => !contact.IsActive,
            "Status.Duplicate" or "Status.Crm" => _ => false,
            _ => null,
        },
        Search = (contact, text) => contact.Name.Contains(text, StringComparison.OrdinalIgnoreCase),
    };

    public static void Add(RouteList routes)
    {
        routes.Post("/contacts", "contacts.CREATE", ContactWriting.Create, ContactShapes.Create);
        routes.Get("/contacts", "contacts.READ", listing.List);
        routes.Get("/contacts/{id}", "contacts.READ", call => Answer.Read("contact", ContactView.Full(call.Company, Find(call))));
        routes.Put("/contacts/{id}", "contacts.UPDATE", ContactWriting.Update, ContactShapes.Update);
        routes.Delete("/contacts/{id}", "contacts.DELETE", Delete);
        routes.Get("/contacts/{id}/address", "contacts.READ", Addresses);
        routes.Post("/contacts/{id}/active", "contacts.CREATE", call => Mark(call, true));
        routes.Post("/contacts/{id}/inactive", "contacts.CREATE", call => Mark(call, false));
        routes.Post("/contacts/contactpersons", "contacts.CREATE", Persons.Create, ContactShapes.SinglePerson);
        routes.Put("/contacts/contactpersons/{id}", "contacts.UPDATE", Persons.Update, ContactShapes.SinglePerson);
        routes.Delete("/contacts/contactpersons/{id}", "contacts.DELETE", Persons.Delete);
        routes.Post("/contacts/contactpersons/{id}/primary", "contacts.CREATE", Persons.MakePrimary);
        routes.Get("/contacts/{id}/contactpersons", "contacts.READ", Persons.List);
        routes.Get("/contacts/{id}/contactpersons/{sub}", "contacts.READ", Persons.Get);
    }

    private static Contact Find(ApiCall call) => call.Company.Contacts.Find(call.Id) ?? throw Refusal.Missing("Contact");

    private static Answer Addresses(ApiCall call)
    {
        var contact = Find(call);
        return Answer.Read("addresses", new JsonArray(contact.Billing.ToJson(), contact.Shipping.ToJson()));
    }

    private static Answer Mark(ApiCall call, bool active)
    {
        var contact = Find(call);
        (contact.IsActive, contact.Modified) = (active, call.Now);
        call.Company.Report("contact.edited", contact);
        return Answer.Done(active ? "The contact has been marked as active." : "The contact has been marked as inactive.");
    }

    private static Answer Delete(ApiCall call)
    {
        var contact = Find(call);
        if (Merging.HasDocuments(call.Company, contact))
            throw Refusal.State("The contact is associated with transactions and cannot be deleted.");
        call.Company.Contacts.Remove(contact);
        call.Company.Report("contact.deleted", contact);
        return Answer.Done("The contact has been deleted.");
    }
}
