using System.Text.Json;
using Isthmus.Sandbox.Sage300.Data;
using Isthmus.Sandbox.Sage300.Rules;
using Isthmus.Sandbox.Sage300.Schema;

namespace Isthmus.Sandbox.Sage300.Api;

/// <summary>Enters a body into a record: each member is a field that is put, in the order in which it comes.</summary>
internal sealed class EntityFields(ViewRules rules, bool byClerk)
{
    private const string Operation = "UpdateOperation";

    public void Enter(Entity? parent, Entity record, JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object) throw WebApiError.Payload("An object was expected.");
        foreach (var member in body.EnumerateObject())
        {
            if (member.Name.StartsWith('@') || (parent is not null && member.Name == Operation)) continue;
            if (DetailsOf(record.Schema, member.Name) is >= 0 and var at) EnterDetails(record, at, member.Value);
            else Put(parent, record, member);
        }
    }

    private int DetailsOf(EntitySchema schema, string name) => schema.DetailOrdinal(byClerk
        ? schema.Details.FirstOrDefault(each => each.Resource.Equals(name, StringComparison.OrdinalIgnoreCase))?.Resource ?? name : name);

    private void Put(Entity? parent, Entity record, JsonProperty member)
    {
        var found = byClerk ? record.Schema.FindLike(member.Name) : record.Schema.Find(member.Name);
        var property = found ?? throw WebApiError.Payload(
            $"The property '{member.Name}' does not exist on type '{record.Schema.Resource}'.");
        if (property.ReadOnly && !byClerk && !record.Schema.Keys.Contains(property.Name))
            throw WebApiError.Invalid($"{property.Name} cannot be changed.");
        record[property.Name] = PropertyValue.Read(property, member.Value);
        rules.Put(parent, record, property);
    }

    private void EnterDetails(Entity record, int at, JsonElement list)
    {
        if (list.ValueKind != JsonValueKind.Array)
            throw WebApiError.Payload($"{record.Schema.Details[at].Resource} must be a collection.");
        foreach (var element in list.EnumerateArray()) EnterDetail(record, at, element);
    }

    private void EnterDetail(Entity record, int at, JsonElement element)
    {
        var details = record.Details(at);
        var there = Find(record.Schema.Details[at], details, element);
        switch (Wanted(element), there)
        {
            case ("Insert", not null):
                throw WebApiError.Duplicate($"{record.Schema.Details[at].Resource} {EntityKey.Shown(there.Key)} already exists.");
            case ("Update" or "Delete", null):
                throw WebApiError.NoRecord(record.Schema.Details[at].Resource, "of this key");
            case ("Delete", not null):
                details.Remove(there);
                break;
            case (_, not null):
                Enter(record, there, element);
                break;
            default:
                var detail = new Entity(record.Schema.Details[at]);
                Enter(record, detail, element);
                details.Add(detail);
                break;
        }
    }

    // A key that is not given is no key: the detail is new.
    private static Entity? Find(EntitySchema schema, List<Entity> details, JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object || !schema.Keys.All(key => element.TryGetProperty(key, out _))) return null;
        var wanted = EntityKey.Of(schema.Keys.Select(key => PropertyValue.Read(schema.Find(key)!, element.GetProperty(key))));
        return details.Find(detail => detail.Key == wanted);
    }

    private static string Wanted(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(Operation, out var given)) return "Unspecified";
        var word = given.ValueKind == JsonValueKind.String ? given.GetString()! : "";
        return word is "Unspecified" or "Insert" or "Update" or "Delete"
            ? word : throw WebApiError.Payload($"{Operation} '{word}' is not known.");
    }
}
