using System.Text.Json.Nodes;
using Isthmus.Sandbox.ZohoInventory.Api;
using Isthmus.Sandbox.ZohoInventory.Bodies;
using Isthmus.Sandbox.ZohoInventory.Organization;

namespace Isthmus.Sandbox.ZohoInventory.Contacts;

/// <summary>The persons of a contact, as part of it and on their own addresses.</summary>
internal static class Persons
{
    public static Person Of(Company company, Contact contact, Body body)
    {
        var known = contact.Persons.Find(person => person.Id == body.Text("contact_person_id"));
        var person = known ?? new Person { Id = company.Series.NextId() };
        Write(person, body);
        return person;
    }

    public static Answer Create(ApiCall call)
    {
        var contact = call.Company.Contacts.Find(call.Body.Needed("contact_id")) ?? throw Refusal.Missing("Contact");
        var person = new Person { Id = call.Company.Series.NextId(), IsPrimary = contact.Persons.Count == 0 };
        if (call.Body.Text("first_name") is null) throw Refusal.Required("first_name");
        Change(call, contact, () =>
        {
            Write(person, call.Body);
            contact.Persons.Add(person);
            KeepOnePrimary(contact, person);
        });
        return Answer.Created("The contact person has been added.", "contact_person", ContactView.Person(person));
    }

    public static Answer Update(ApiCall call)
    {
        var (contact, person) = Find(call, call.Id);
        Change(call, contact, () => { Write(person, call.Body); KeepOnePrimary(contact, person); });
        return new Answer("The contact person details have been saved.", "contact_person", ContactView.Person(person));
    }

    public static Answer Delete(ApiCall call)
    {
        var (contact, person) = Find(call, call.Id);
        Change(call, contact, () => contact.Persons.Remove(person));
        return Answer.Done("The contact person has been deleted.");
    }

    public static Answer MakePrimary(ApiCall call)
    {
        var (contact, person) = Find(call, call.Id);
        Change(call, contact, () => { person.IsPrimary = true; KeepOnePrimary(contact, person); });
        return Answer.Done("This contact person has been marked as your primary contact person.");
    }

    /// <summary>A new primary person takes the place of the one before.</summary>
    public static void KeepOnePrimary(Contact contact, Person latest)
    {
        if (!latest.IsPrimary) return;
        foreach (var other in contact.Persons) other.IsPrimary = other == latest;
    }

    public static Answer List(ApiCall call)
    {
        var contact = call.Company.Contacts.Find(call.Id) ?? throw Refusal.Missing("Contact");
        return Answer.Read("contact_persons",
            new JsonArray([.. contact.Persons.Select(person => (JsonNode)ContactView.Person(person))]));
    }

    public static Answer Get(ApiCall call) => Answer.Read("contact_person", ContactView.Person(Find(call, call.SubId).Person));

    private static (Contact Contact, Person Person) Find(ApiCall call, string id)
    {
        var contact = call.Company.Contacts.First("contact_person_id", id) ?? throw Refusal.Missing("Contact Person");
        return (contact, contact.Persons.First(person => person.Id == id));
    }

    private static void Change(ApiCall call, Contact contact, Action change)
    {
        call.Company.Contacts.Change(contact, change);
        contact.Modified = call.Now;
        call.Company.Report("contact.edited", contact);
    }

    private static void Write(Person person, Body body)
    {
        person.Salutation = body.Said("salutation") ?? person.Salutation;
        person.FirstName = body.Said("first_name") ?? person.FirstName;
        person.LastName = body.Said("last_name") ?? person.LastName;
        person.Email = body.Said("email") ?? person.Email;
        person.Phone = body.Said("phone") ?? person.Phone;
        person.Mobile = body.Said("mobile") ?? person.Mobile;
        person.IsPrimary = body.Flag("is_primary_contact") ?? person.IsPrimary;
    }
}
