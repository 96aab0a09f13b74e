using System.Text.Json;
using Isthmus.Sandbox.Faults;
using Isthmus.Sandbox.Sage300.Data;
using Isthmus.Sandbox.Sage300.Rules;

namespace Isthmus.Sandbox.Sage300.Api;

/// <summary>Stores records whole or not at all.</summary>
/// <param name="company">The company.</param>
/// <param name="table">Where they are kept.</param>
/// <param name="rules">What the view does.</param>
/// <param name="byClerk">A person at a screen sees no locks of its own making, and history may be written as it is.</param>
internal sealed class EntityWriter(Company company, Table table, ViewRules rules, bool byClerk = false)
{
    private readonly EntityFields fields = new(rules, byClerk);

    public Entity Template() => rules.Begin(table.Schema);

    /// <summary>The record of a key whose parts are given as people write them.</summary>
    public Entity? Find(IEnumerable<(string Name, object? Value)> key) =>
        table.Find(EntityKey.Of(key.Select(part => rules.KeyPart(part.Name, part.Value))));

    public Entity Insert(JsonElement body)
    {
        var record = Template();
        fields.Enter(null, record, body);
        RequireFree(record.Key);
        rules.Insert(record);
        if (table.Find(record.Key) is not null)
            throw WebApiError.Duplicate($"{table.Schema.Resource} {EntityKey.Shown(record.Key)} already exists.");
        table.Put(record);
        return record;
    }

    /// <summary>PUT: what is not in the body is gone, details too.</summary>
    public void Replace(Entity there, JsonElement body)
    {
        RequireFree(there.Key);
        var record = Template();
        foreach (var key in table.Schema.Keys) record[key] = there[key];
        fields.Enter(null, record, body);
        RequireSame(there, record);
        rules.Insert(record);
        table.Put(record);
    }

    public Entity Change(Entity there, JsonElement body)
    {
        RequireFree(there.Key);
        var record = there.Copy();
        fields.Enter(null, record, body);
        RequireSame(there, record);
        rules.Change(there, record);
        table.Put(record);
        return record;
    }

    public void Delete(Entity there)
    {
        RequireFree(there.Key);
        rules.Delete(there);
        table.Remove(there.Key);
    }

    private void RequireFree(string key)
    {
        if (!byClerk && company.Faults.Take(WebApiVendor.Id, FaultKind.RecordLock, $"{table.Schema.Resource} {EntityKey.Shown(key)}"))
            throw WebApiError.General("The record is in use by another user, or has been modified by another program.");
    }

    private static void RequireSame(Entity there, Entity record)
    {
        if (record.Key != there.Key) throw WebApiError.Payload("The key in the body is not the one of the address.");
    }
}
