using System.Text.Json.Nodes;
using Isthmus.Sandbox.ZohoInventory.Organization;

namespace Isthmus.Sandbox.ZohoInventory.Contacts;

internal static class ContactView
{
    public static JsonObject Row(Company company, Contact contact)
    {
        var currency = company.Currency(contact.CurrencyId);
        var person = contact.Primary;
        return new JsonObject
        {
            ["contact_id"] = contact.Id,
            ["contact_name"] = contact.Name,
            ["customer_name"] = contact.Name,
            ["company_name"] = contact.CompanyName,
            ["contact_type"] = contact.Type,
            ["status"] = contact.IsActive ? "active" : "inactive",
            ["payment_terms"] = contact.PaymentTerms,
            ["payment_terms_label"] = contact.PaymentTerms == 0 ? "Due on Receipt" : $"Net {contact.PaymentTerms}",
            ["currency_id"] = currency.Id,
            ["currency_code"] = currency.Code,
            ["outstanding_receivable_amount"] = contact.Receivable,
            ["unused_credits_receivable_amount"] = contact.UnusedCredits,
            ["first_name"] = person?.FirstName ?? "",
            ["last_name"] = person?.LastName ?? "",
            ["email"] = person?.Email ?? "",
            ["phone"] = person?.Phone ?? "",
            ["mobile"] = person?.Mobile ?? "",
            ["created_time"] = CompanyClock.Stamp(contact.Created),
            ["last_modified_time"] = CompanyClock.Stamp(contact.Modified),
            ["custom_field_hash"] = contact.Custom.ToHash(company, "contact"),
        };
    }

    public static JsonObject Full(Company company, Contact contact)
    {
        var view = Row(company, contact);
        view["primary_contact_id"] = contact.Primary?.Id ?? "";
        view["currency_symbol"] = company.Currency(contact.CurrencyId).Symbol;
        view["is_linked_with_zohocrm"] = false;
        view["billing_address"] = contact.Billing.ToJson();
        view["shipping_address"] = contact.Shipping.ToJson();
        view["contact_persons"] = new JsonArray([.. contact.Persons.Select(person => (JsonNode)Person(person))]);
        view["custom_fields"] = contact.Custom.ToArray(company, "contact");
        contact.Rest.Show(view, ContactShapes.Kept);
        return view;
    }

    public static JsonObject Person(Person person) => new()
    {
        ["contact_person_id"] = person.Id,
        ["salutation"] = person.Salutation,
        ["first_name"] = person.FirstName,
        ["last_name"] = person.LastName,
        ["email"] = person.Email,
        ["phone"] = person.Phone,
        ["mobile"] = person.Mobile,
        ["is_primary_contact"] = person.IsPrimary,
    };
}
