using Isthmus.Sandbox.Sage300.Schema;

namespace Isthmus.Sandbox.Sage300.Data;

/// <summary>The records of one resource, in the order of their key.</summary>
internal sealed class Table(EntitySchema schema)
{
    private readonly SortedDictionary<string, Entity> records = new(StringComparer.Ordinal);

    public EntitySchema Schema => schema;

    public int Count => records.Count;

    public IEnumerable<Entity> All => records.Values;

    public Entity? Find(string key) => records.GetValueOrDefault(key);

    public void Put(Entity record) => records[record.Key] = record;

    public void Remove(string key) => records.Remove(key);

    public void Clear() => records.Clear();
}
