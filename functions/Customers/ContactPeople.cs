using System.Text.Json;
using System.Text.Json.Nodes;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.Customers;

/// <summary>
/// The persons of a contact. An update replaces all of them: what goes out holds those that are not ours as they are.
/// Source: Zoho Inventory API, Contacts.
/// </summary>
internal static class ContactPeople
{
    private const string PersonId = "contact_person_id";
    private static readonly string[] Members = ["salutation", "first_name", "last_name", "email", "phone", "mobile"];

    /// <summary>The person who receives what the contact is sent; null where the contact has none.</summary>
    public static JsonElement? Primary(JsonElement contact)
    {
        var persons = Of(contact);
        var primary = persons.Find(person => person.FindFlag("is_primary_contact"));
        return primary.ValueKind == JsonValueKind.Object ? primary : persons.Count > 0 ? persons[0] : null;
    }

    /// <summary>The primary person with what changes of it, then the others as they are.</summary>
    public static JsonArray With(JsonElement contact, JsonObject changes)
    {
        var primary = Primary(contact);
        var first = primary is { } known ? Kept(known) : [];
        foreach (var (name, value) in changes) first[name] = value?.DeepClone();
        first["is_primary_contact"] = true;
        var id = primary?.FindText(PersonId);
        return [first, .. Of(contact).Where(person => person.FindText(PersonId) != id).Select(Kept)];
    }

    private static JsonObject Kept(JsonElement person)
    {
        var kept = new JsonObject { [PersonId] = person.FindText(PersonId) };
        foreach (var name in Members) if (person.FindText(name) is { Length: > 0 } text) kept[name] = text;
        return kept;
    }

    private static List<JsonElement> Of(JsonElement contact) =>
        contact.TryGetProperty("contact_persons", out var persons) && persons.ValueKind == JsonValueKind.Array ? [.. persons.EnumerateArray()] : [];
}
