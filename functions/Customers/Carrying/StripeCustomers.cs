using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Isthmus.Connectors.Stripe;
using Isthmus.Core.Canonical;
using Isthmus.Core.Customers;
using Isthmus.Core.Failures;
using Isthmus.Functions.Mapping;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.Customers.Carrying;

/// <summary>Stripe's customers. Their metadata name the contact.</summary>
public sealed class StripeCustomers(StripeClient stripe, Mapper mapper, TravellingFields travelling, TimeProvider time) : ICustomerSide
{
    private const string Document = "customer-to-stripe-customer";
    private const string StatusKey = "zoho_status";

    /// <inheritdoc/>
    public CustomerSide Side => CustomerSide.Stripe;

    /// <inheritdoc/>
    public Task<CustomerRecord?> ReadAsync(CustomerLink link) => FindAsync(link.StripeId);

    /// <summary>A customer; null when there is none, or when it was deleted.</summary>
    public async Task<CustomerRecord?> FindAsync(string id)
    {
        try
        {
            var customer = await stripe.GetCustomerAsync(id, CancellationToken.None);
            return customer.TryGetProperty("deleted", out var deleted) && deleted.ValueKind == JsonValueKind.True ? null : Read(customer);
        }
        catch (FailureException missing) when (missing.Failure.Class == FailureClass.ReferenceMissing) { return null; }
    }

    /// <summary>A customer as an event or a list shows it.</summary>
    public CustomerRecord Read(JsonElement customer)
    {
        var source = JsonSerializer.SerializeToElement(new JsonObject
        {
            ["customer"] = JsonNode.Parse(customer.GetRawText()),
            ["custom"] = travelling.Read("stripe", key => Metadata(customer, key)),
        });
        return new(Side, customer, CanonicalJson.Read<Customer>(mapper.Map("stripe-customer", source, new StepNotes())), wanted => Body(wanted));
    }

    /// <summary>The contact that the customer's metadata name, or null.</summary>
    internal static string? ContactOf(JsonElement customer) => Metadata(customer, StripeClient.ContactKey);

    /// <inheritdoc/>
    public async Task<CustomerRecord> WriteAsync(CustomerRecord record, Customer wanted, CustomerLink link, StepNotes notes)
    {
        var changes = record.Changes(wanted, "metadata");
        var metadata = changes["metadata"] as JsonObject ?? [];
        if (ContactOf(record.Document) != link.ContactId) metadata[StripeClient.ContactKey] = link.ContactId;
        if (Metadata(record.Document, StatusKey) is not null) metadata[StatusKey] = "";
        if (metadata.Count > 0) changes["metadata"] = metadata;
        if (changes.Count == 0) return record;
        Body(wanted, notes);
        return Read(await UpdateAsync(link.StripeId, changes, notes));
    }

    /// <summary>Says in the metadata how the contact stands; Stripe knows no inactive customers.</summary>
    public Task MarkAsync(string id, string status, StepNotes notes) =>
        UpdateAsync(id, new JsonObject { ["metadata"] = new JsonObject { [StatusKey] = status } }, notes);

    /// <summary>Creates the customer of a contact; the same contact again, within a day, is the same customer.</summary>
    public Task<JsonElement> CreateAsync(Customer customer, string contactId, StepNotes notes)
    {
        var changes = BodyChanges.Between(Body(new Customer()), Body(customer, notes));
        var metadata = changes["metadata"] as JsonObject ?? [];
        metadata[StripeClient.ContactKey] = contactId;
        changes["metadata"] = metadata;
        var body = Noted(changes, notes);
        var mark = Convert.ToHexStringLower(SHA256.HashData(body))[..16];
        return stripe.CreateCustomerAsync(body, $"contact:{contactId}:{mark}", CancellationToken.None);
    }

    /// <summary>To set the same twice is to set it once; a key of its own for each try keeps Stripe from answering without looking.</summary>
    private Task<JsonElement> UpdateAsync(string id, JsonObject changes, StepNotes notes) =>
        stripe.UpdateCustomerAsync(id, Noted(changes, notes), $"customer:{id}:{time.GetUtcNow().UtcTicks}", CancellationToken.None);

    private static byte[] Noted(JsonObject changes, StepNotes notes)
    {
        notes.Fields = [.. changes.Select(change => change.Key)];
        return JsonSerializer.SerializeToUtf8Bytes(changes);
    }

    private ReadOnlyMemory<byte> Body(Customer customer, StepNotes? notes = null) =>
        mapper.Map(Document, CanonicalJson.Write(customer), notes ?? new StepNotes(), Core.Mapping.MappingContext.Empty);

    private static string? Metadata(JsonElement customer, string key) =>
        customer.TryGetProperty("metadata", out var metadata) && metadata.FindText(key) is { Length: > 0 } text ? text : null;
}
