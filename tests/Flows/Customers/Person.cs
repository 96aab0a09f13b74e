using System.Text.Json;

namespace Isthmus.Flows.Tests.Customers;

/// <summary>What a contact and a customer say about the same person, for comparing.</summary>
internal sealed record Person(string Name, string Email, string Phone, string Street, string Town, string Country, string Segment)
{
    public static Person OfCustomer(JsonElement customer) => new(
        Text(customer, "name"), Text(customer, "email"), Text(customer, "phone"), Text(customer, "address", "line1"),
        Text(customer, "address", "city"), Text(customer, "address", "country"), Text(customer, "metadata", "segment"));

    public static Person OfContact(JsonElement contact) => new(
        Text(contact, "contact_name"), Text(contact, "email"), Text(contact, "phone"), Text(contact, "billing_address", "address"),
        Text(contact, "billing_address", "city"), Code(Text(contact, "billing_address", "country")),
        Text(contact, "custom_field_hash", "cf_segment"));

    private static string Code(string country) => country switch { "Portugal" => "PT", "Germany" => "DE", "United Kingdom" => "GB", _ => country };

    private static string Text(JsonElement record, params string[] path)
    {
        foreach (var name in path)
            if (record.ValueKind != JsonValueKind.Object || !record.TryGetProperty(name, out record)) return "";
        return record.ValueKind == JsonValueKind.String ? record.GetString()! : "";
    }
}
