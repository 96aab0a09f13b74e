using Isthmus.Sandbox.ZohoInventory.Api;
using Isthmus.Sandbox.ZohoInventory.Organization;

namespace Isthmus.Sandbox.ZohoInventory.Contacts;

/// <summary>Creates and updates contacts and their persons from requests.</summary>
internal static class ContactWriting
{
    public static Answer Create(ApiCall call)
    {
        var company = call.Company;
        RefuseTakenName(company, call.Body.Needed("contact_name"), except: null);
        var contact = new Contact { Id = company.Series.NextId(), Created = call.Now };
        contact.CurrencyId = company.BaseCurrency.Id;
        Write(call, contact, isUpdate: false);
        company.Contacts.Add(contact);
        company.Report("contact.created", contact);
        return Answer.Created("The contact has been added.", "contact", ContactView.Full(company, contact));
    }

    public static Answer Update(ApiCall call)
    {
        var company = call.Company;
        var contact = company.Contacts.Find(call.Id) ?? throw Refusal.Missing("Contact");
        if (call.Body.Text("contact_name") is { } name) RefuseTakenName(company, name, contact);
        company.Contacts.Change(contact, () => Write(call, contact, isUpdate: true));
        company.Report("contact.edited", contact);
        return new Answer("Contact information has been saved.", "contact", ContactView.Full(company, contact));
    }

    private static void RefuseTakenName(Company company, string name, Contact? except)
    {
        if (company.Contacts.By("contact_name", name.Trim()).Any(other => other != except))
            throw new Refusal(3062, $"The contact {name.Trim()} already exists. Please specify a different name.");
    }

    private static void Write(ApiCall call, Contact contact, bool isUpdate)
    {
        var (company, body) = (call.Company, call.Body);
        var currency = body.Text("currency_id") is { } id ? company.Currency(id).Id : contact.CurrencyId;
        if (isUpdate && currency != contact.CurrencyId && Merging.HasDocuments(company, contact))
            throw Refusal.State("The currency of a contact with transactions cannot be changed.");
        contact.Custom.Apply(company, "contact", body.Children("custom_fields"), isUpdate,
            company.Contacts.Rows.Where(other => other != contact).Select(other => other.Custom));
        contact.CurrencyId = currency;
        contact.Name = body.Text("contact_name")?.Trim() ?? contact.Name;
        contact.CompanyName = body.Said("company_name") ?? contact.CompanyName;
        contact.Type = body.Text("contact_type") ?? contact.Type;
        contact.PaymentTerms = body.Whole("payment_terms") ?? contact.PaymentTerms;
        if (body.Child("billing_address") is { } billing) contact.Billing = Address.Of(billing, company.Series.NextId());
        if (body.Child("shipping_address") is { } shipping) contact.Shipping = Address.Of(shipping, company.Series.NextId());
        if (body.Has("contact_persons")) contact.Persons = [.. body.Children("contact_persons")
            .Select(given => Persons.Of(company, contact, given))];
        if (contact.Persons.FindLast(person => person.IsPrimary) is { } primary) Persons.KeepOnePrimary(contact, primary);
        if (contact.Persons.Count > 0 && contact.Primary is null) contact.Persons[0].IsPrimary = true;
        contact.Rest.Take(body, ContactShapes.Kept);
        contact.Modified = call.Now;
    }
}
