using System.Text.Json;
using System.Text.Json.Nodes;
using Isthmus.Functions.Customers;

namespace Isthmus.Functions.Loads.Customers;

/// <summary>What Sage knows is the primary person's; the others stay.</summary>
internal static class ContactPersons
{
    private const string Persons = "contact_persons";

    public static ReadOnlyMemory<byte> Kept(ReadOnlyMemory<byte> body, JsonElement stored)
    {
        var update = JsonNode.Parse(body.Span)!.AsObject();
        if (update[Persons]?[0] is not JsonObject ours) return body;
        update[Persons] = ContactPeople.With(stored, ours);
        return JsonSerializer.SerializeToUtf8Bytes(update);
    }
}
