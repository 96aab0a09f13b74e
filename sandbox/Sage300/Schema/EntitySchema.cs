namespace Isthmus.Sandbox.Sage300.Schema;

/// <summary>A resource of the Web API, or the details of one.</summary>
internal sealed class EntitySchema
{
    private readonly Dictionary<string, int> ordinals = new(StringComparer.Ordinal);

    public EntitySchema(IReadOnlyList<Property> properties)
    {
        Properties = properties;
        foreach (var (at, property) in properties.Index()) ordinals.Add(property.Name, at);
    }

    public string Module { get; init; } = "";

    /// <summary>"ARCustomers"; of details the name of their collection.</summary>
    public required string Resource { get; init; }

    public required IReadOnlyList<string> Keys { get; init; }

    /// <summary>The HTTP methods that the endpoint list gives it.</summary>
    public IReadOnlyList<string> Verbs { get; init; } = [];

    public IReadOnlyList<Property> Properties { get; }

    public IReadOnlyList<EntitySchema> Details { get; init; } = [];

    public Property? Find(string name) => ordinals.TryGetValue(name, out var at) ? Properties[at] : null;

    /// <summary>As <see cref="Find"/>, however people write it.</summary>
    public Property? FindLike(string name) =>
        Find(name) ?? Properties.FirstOrDefault(property => property.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    public int Ordinal(string name) => ordinals[name];

    /// <summary>The place of a collection of details; -1 where there is none of that name.</summary>
    public int DetailOrdinal(string name)
    {
        for (var at = 0; at < Details.Count; at++) if (Details[at].Resource == name) return at;
        return -1;
    }
}
