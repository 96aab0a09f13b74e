using System.Text.Json;
using System.Text.Json.Nodes;

namespace Isthmus.Functions.Loads.Customers;

/// <summary>
/// A contact's persons are replaced by those in an update. What Sage knows is the primary person's; the others are named, so that
/// they stay.
/// </summary>
internal static class ContactPersons
{
    private const string Persons = "contact_persons";
    private const string PersonId = "contact_person_id";

    public static ReadOnlyMemory<byte> Kept(ReadOnlyMemory<byte> body, JsonElement stored)
    {
        var update = JsonNode.Parse(body.Span)!.AsObject();
        if (update[Persons]?[0] is not JsonObject ours) return body;
        var there = stored.TryGetProperty(Persons, out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Select(person => JsonObject.Create(person)!).ToList() : [];
        var primary = there.Find(person => person["is_primary_contact"]?.GetValueKind() == JsonValueKind.True) ?? there.FirstOrDefault();
        if (primary?[PersonId] is { } id) ours[PersonId] = id.DeepClone();
        var others = there.Where(person => person != primary && person[PersonId] is not null)
            .Select(person => (JsonNode)new JsonObject { [PersonId] = person[PersonId]!.DeepClone() });
        update[Persons] = new JsonArray([ours.DeepClone(), .. others]);
        return JsonSerializer.SerializeToUtf8Bytes(update);
    }
}
