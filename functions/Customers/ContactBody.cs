using System.Text.Json;
using System.Text.Json.Nodes;
using Isthmus.Core.Customers;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.Customers;

/// <summary>
/// What is sent of a contact. Zoho takes persons, addresses and, at some hosts, custom fields as a whole: what goes out holds
/// what is not ours as it is. Source: Zoho Inventory API, Contacts.
/// </summary>
internal static class ContactBody
{
    private static readonly string[] AddressMembers =
        ["attention", "address", "street2", "city", "state", "zip", "country", "phone"];

    /// <summary>The members that have to change; an empty object when none has.</summary>
    /// <param name="contact">The whole contact.</param>
    /// <param name="before">The mapped body of what it holds.</param>
    /// <param name="after">The mapped body of what it is to hold.</param>
    /// <param name="stripeId">The customer that it has to name.</param>
    public static JsonObject Update(JsonElement contact, ReadOnlyMemory<byte> before, ReadOnlyMemory<byte> after, string stripeId)
    {
        var changes = BodyChanges.Between(before, after);
        foreach (var name in new[] { "billing_address", "shipping_address" })
            if (changes[name] is JsonValue)
                changes[name] = new JsonObject(AddressMembers.Select(member => KeyValuePair.Create(member, (JsonNode?)"")));
        if (changes.ContainsKey("contact_persons"))
            changes["contact_persons"] = ContactPeople.With(contact, BodyChanges.Between(Bytes(PersonOf(before)), Bytes(PersonOf(after))));
        var custom = Custom(Parse(before), Parse(after));
        if (ContactCard.Of(contact).StripeId != stripeId) custom[ContactCard.StripeField] = stripeId;
        if (custom.Count > 0) changes["custom_fields"] = CustomFields(contact, custom);
        return changes;
    }

    /// <summary>The body of a new contact.</summary>
    /// <param name="nobody">The mapped body of a customer of whom nothing is known: what it says need not be said.</param>
    /// <param name="body">The mapped body.</param>
    /// <param name="stripeId">The customer that it has to name.</param>
    public static JsonObject Create(ReadOnlyMemory<byte> nobody, ReadOnlyMemory<byte> body, string stripeId)
    {
        var created = BodyChanges.Between(nobody, body);
        created["contact_type"] = "customer";
        if (created["contact_persons"] is JsonArray persons) persons[0]!["is_primary_contact"] = true;
        var custom = Custom([], Parse(body));
        custom[ContactCard.StripeField] = stripeId;
        created["custom_fields"] = CustomFields(default, custom);
        return created;
    }

    /// <summary>Our custom fields that change, by api name; an empty text takes one away.</summary>
    private static Dictionary<string, string> Custom(JsonObject before, JsonObject after)
    {
        var (was, becomes) = (ByName(before), ByName(after));
        return was.Keys.Union(becomes.Keys).Where(name => was.GetValueOrDefault(name) != becomes.GetValueOrDefault(name))
            .ToDictionary(name => name, name => becomes.GetValueOrDefault(name, ""));
    }

    private static Dictionary<string, string> ByName(JsonObject body) => (body["custom_fields"] as JsonArray ?? [])
        .ToDictionary(field => field!["api_name"]!.GetValue<string>(), field => field!["value"]!.GetValue<string>());

    private static JsonArray CustomFields(JsonElement contact, Dictionary<string, string> changed)
    {
        var all = new JsonArray();
        var present = contact.ValueKind == JsonValueKind.Object && contact.TryGetProperty("custom_fields", out var fields)
            && fields.ValueKind == JsonValueKind.Array ? fields.EnumerateArray() : default;
        foreach (var field in present)
            if (field.FindText("api_name") is { } name && !changed.ContainsKey(name) && field.TryGetProperty("value", out var value))
                all.Add(new JsonObject { ["api_name"] = name, ["value"] = JsonNode.Parse(value.GetRawText()) });
        foreach (var (name, value) in changed) all.Add(new JsonObject { ["api_name"] = name, ["value"] = value });
        return all;
    }

    private static JsonObject PersonOf(ReadOnlyMemory<byte> body) => (Parse(body)["contact_persons"] as JsonArray)?[0] as JsonObject ?? [];

    private static JsonObject Parse(ReadOnlyMemory<byte> json) => (JsonObject)JsonNode.Parse(json.Span)!;

    private static byte[] Bytes(JsonObject json) => JsonSerializer.SerializeToUtf8Bytes(json);
}
