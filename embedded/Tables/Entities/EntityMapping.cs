using Azure;
using Azure.Data.Tables;

namespace Isthmus.Embedded.Tables.Entities;

/// <summary>Carries a caller's entity into its stored form and back.</summary>
internal static class EntityMapping
{
    private static readonly HashSet<string> Reserved = ["PartitionKey", "RowKey", "Timestamp", "odata.etag", "ETag"];

    /// <summary>The entity's own properties; one that is null is not stored.</summary>
    public static Dictionary<string, object> PropertiesOf(ITableEntity entity)
    {
        var properties = new Dictionary<string, object>((entity as TableEntity)?.Count ?? 0, StringComparer.Ordinal);
        if (entity is IDictionary<string, object> bag)
        {
            foreach (var (name, value) in bag) Add(name, value);
        }
        else
        {
            foreach (var member in EntityModel.Of(entity.GetType()).Members)
            {
                if (member.CanRead) Add(member.Name, member.Get(entity));
            }
        }
        return properties;

        void Add(string name, object? value)
        {
            if (value is not null && !Reserved.Contains(name)) properties[name] = PropertyValues.ToStored(name, value);
        }
    }

    /// <summary>
    /// The stored entity as a <typeparamref name="T"/>; of a selection, only what it names, and always the ETag.
    /// </summary>
    public static T Read<T>(StoredEntity stored, IReadOnlySet<string>? selection) where T : ITableEntity
    {
        if (typeof(T) == typeof(TableEntity)) return (T)(object)new TableEntity(Dictionary(stored, selection));
        var entity = Activator.CreateInstance<T>();
        bool Wanted(string name) => selection is null || selection.Contains(name);
        if (Wanted("PartitionKey")) entity.PartitionKey = stored.PartitionKey;
        if (Wanted("RowKey")) entity.RowKey = stored.RowKey;
        if (Wanted("Timestamp")) entity.Timestamp = stored.Timestamp;
        entity.ETag = new ETag(stored.ETag);
        foreach (var member in EntityModel.Of(typeof(T)).Members)
        {
            if (member.CanWrite && Wanted(member.Name) && stored.Properties.TryGetValue(member.Name, out var value)
                && PropertyValues.TryRead(member.Name, value, member.Type, out var read)) member.Set(entity, read);
        }
        return entity;
    }

    private static Dictionary<string, object> Dictionary(StoredEntity stored, IReadOnlySet<string>? selection)
    {
        var values = new Dictionary<string, object>(stored.Properties.Count + 4) { ["odata.etag"] = stored.ETag };
        foreach (var name in (string[])["PartitionKey", "RowKey", "Timestamp"]) Add(name, stored.Find(name)!);
        foreach (var (name, value) in stored.Properties) Add(name, value);
        return values;

        void Add(string name, object value)
        {
            if (selection is null || selection.Contains(name)) values[name] = value;
        }
    }
}
