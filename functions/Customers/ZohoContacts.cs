using System.Text.Json;
using System.Text.Json.Nodes;
using Isthmus.Connectors.ZohoInventory;
using Isthmus.Core.Canonical;
using Isthmus.Core.Customers;
using Isthmus.Core.Failures;
using Isthmus.Core.Mapping;
using Isthmus.Functions.Mapping;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.Customers;

/// <summary>Zoho's contacts. A custom field names the customer in Stripe.</summary>
public sealed class ZohoContacts(ZohoInventoryClient zoho, Mapper mapper, TravellingFields travelling) : ICustomerSide
{
    private const string Document = "customer-to-zoho-contact";

    /// <inheritdoc/>
    public CustomerSide Side => CustomerSide.Zoho;

    /// <inheritdoc/>
    public async Task<CustomerRecord?> ReadAsync(CustomerLink link) =>
        await zoho.FindContactAsync(link.ContactId, CancellationToken.None) is { } contact ? Read(contact) : null;

    /// <summary>A whole contact.</summary>
    public CustomerRecord Read(JsonElement contact)
    {
        var custom = contact.TryGetProperty("custom_field_hash", out var hash) ? hash : default;
        var source = JsonSerializer.SerializeToElement(new JsonObject
        {
            ["contact"] = JsonNode.Parse(contact.GetRawText()),
            ["primary"] = ContactPeople.Primary(contact) is { } person ? JsonNode.Parse(person.GetRawText()) : null,
            ["custom"] = travelling.Read("zoho", name => custom.FindText(name)),
        });
        return new(Side, contact, CanonicalJson.Read<Customer>(mapper.Map("zoho-contact", source, new StepNotes())), customer => Body(customer));
    }

    /// <inheritdoc/>
    public async Task<CustomerRecord> WriteAsync(CustomerRecord record, Customer wanted, CustomerLink link, StepNotes notes)
    {
        var body = ContactBody.Update(record.Document, Body(record.Customer), Body(wanted, notes: notes), link.StripeId);
        if (body.Count == 0) return record;
        try { return Read(await UpdateAsync(link.ContactId, body, notes)); }
        catch (FailureException taken) when (taken.Failure.Code == "duplicate-name" && body.Remove("contact_name"))
        {
            notes.Detail = "Another contact has this display name; the contact keeps the one that it has.";
            return body.Count == 0 ? record : Read(await UpdateAsync(link.ContactId, body, notes));
        }
    }

    /// <summary>Creates the contact of a Stripe customer. A taken name is a Conflict, duplicate-name.</summary>
    /// <param name="customer">What is known of the customer.</param>
    /// <param name="name">Another display name, where the usual one is taken; else null.</param>
    /// <param name="currencyId">Zoho's id of the currency; null for the organisation's own.</param>
    /// <param name="notes">Takes the mapping and the fields.</param>
    public Task<JsonElement> CreateAsync(Customer customer, string? name, string? currencyId, StepNotes notes)
    {
        var body = ContactBody.Create(Body(new Customer()), Body(customer, name, notes), customer.ExternalId!);
        if (!body.ContainsKey("contact_name")) throw Nameless();
        if (currencyId is not null) body["currency_id"] = currencyId;
        return zoho.CreateContactAsync(Noted(body, notes), CancellationToken.None);
    }

    private Task<JsonElement> UpdateAsync(string id, JsonObject body, StepNotes notes) =>
        zoho.UpdateContactAsync(id, Noted(body, notes), CancellationToken.None);

    private static byte[] Noted(JsonObject body, StepNotes notes)
    {
        notes.Fields = [.. body.Select(member => member.Key)];
        return JsonSerializer.SerializeToUtf8Bytes(body);
    }

    private ReadOnlyMemory<byte> Body(Customer customer, string? name = null, StepNotes? notes = null) =>
        mapper.Map(Document, CanonicalJson.Write(customer), notes ?? new StepNotes(), name is null ? MappingContext.Empty : new MappingContext
        {
            Variables = new Dictionary<string, string> { ["contactName"] = name },
        });

    private static FailureException Nameless() => new(new Failure(
        FailureClass.Validation, "stripe", "create contact", "customer-nameless",
        "The customer has neither a name nor a company nor an e-mail address; a contact needs a name.",
        "Give the customer a name or an e-mail address in Stripe: that starts it again by itself.")
    {
        Field = "name",
    });
}
