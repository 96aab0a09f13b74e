using Isthmus.Sandbox.Sage300.Schema;

namespace Isthmus.Sandbox.Sage300.Data;

/// <summary>One record, or one detail of it. A stored record is never changed; a writer stores a changed copy.</summary>
internal sealed class Entity(EntitySchema schema)
{
    private readonly object?[] values = [.. schema.Properties.Select(property => property.Default)];
    private readonly List<Entity>?[] details = new List<Entity>?[schema.Details.Count];

    public EntitySchema Schema => schema;

    public object? this[string name]
    {
        get => values[schema.Ordinal(name)];
        set => values[schema.Ordinal(name)] = value;
    }

    public string Key => EntityKey.Of(schema.Keys.Select(name => this[name]));

    public string Text(string name) => (string)this[name]!;

    public decimal Number(string name) => (decimal)this[name]!;

    public bool Is(string name) => (bool)this[name]!;

    public DateOnly? Day(string name) => (DateOnly?)this[name];

    public List<Entity> Details(int at) => details[at] ??= [];

    public List<Entity> Details(string name) => Details(schema.DetailOrdinal(name));

    public Entity Set(string name, object? value)
    {
        this[name] = value;
        return this;
    }

    /// <summary>Takes over what both have under one name, where it holds something.</summary>
    public Entity Carry(Entity from)
    {
        foreach (var property in schema.Properties)
            if (from.Schema.Find(property.Name) is { } same && same.Kind == property.Kind && !property.ReadOnly)
                this[property.Name] = from[property.Name];
        return this;
    }

    public Entity Copy()
    {
        var copy = new Entity(schema);
        values.CopyTo(copy.values, 0);
        for (var at = 0; at < details.Length; at++)
            copy.details[at] = details[at]?.ConvertAll(detail => detail.Copy());
        return copy;
    }
}
