namespace Isthmus.Core.Matching;

/// <summary>The fields by which records of one kind are recognised.</summary>
public sealed class MatchSchema
{
    private readonly Dictionary<string, int> places;

    /// <summary>A schema.</summary>
    /// <param name="fields">The fields.</param>
    /// <param name="blocking">What two records must share one of to be compared.</param>
    public MatchSchema(IReadOnlyList<MatchField> fields, IReadOnlyList<BlockingKey> blocking)
    {
        Fields = fields;
        Blocking = blocking;
        places = fields.Select((field, place) => (field.Name, place)).ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>The fields.</summary>
    public IReadOnlyList<MatchField> Fields { get; }

    /// <summary>What two records must share one of to be compared.</summary>
    public IReadOnlyList<BlockingKey> Blocking { get; }

    /// <summary>A company, as customers and vendors are.</summary>
    public static MatchSchema Company { get; } = new(
        [
            new("name", MatchKind.Text, 0.95, 0.0005), new("domain", MatchKind.Exact, 0.85, 0.001),
            new("phone", MatchKind.Code, 0.8, 0.0005), new("street", MatchKind.Text, 0.8, 0.001),
            new("postcode", MatchKind.Code, 0.85, 0.005), new("city", MatchKind.Text, 0.9, 0.02),
            new("country", MatchKind.Exact, 0.98, 0.5),
        ],
        [
            new(("name", 5)), new(("domain", 0)), new(("phone", 0)), new(("postcode", 0), ("street", 4)),
        ]);

    /// <summary>A person who speaks for a company.</summary>
    public static MatchSchema Person { get; } = new(
        [
            new("given", MatchKind.Text, 0.9, 0.01) { SwappedWith = "surname" },
            new("surname", MatchKind.Text, 0.92, 0.003) { SwappedWith = "given" },
            new("email", MatchKind.Exact, 0.9, 0.0001), new("phone", MatchKind.Code, 0.8, 0.001),
            new("street", MatchKind.Text, 0.8, 0.001), new("postcode", MatchKind.Code, 0.85, 0.005),
            new("city", MatchKind.Text, 0.9, 0.02), new("company", MatchKind.Exact, 0.9, 0.001),
        ],
        [
            new(("email", 0)), new(("phone", 0)), new(("given", 3), ("surname", 3)) { AnyOrder = true },
            new(("company", 0), ("surname", 3)), new(("postcode", 0), ("surname", 2)),
        ]);

    /// <summary>A record to compare.</summary>
    /// <param name="id">What it is known by.</param>
    /// <param name="value">The value of a field, made alike by <see cref="MatchText"/>; null or empty where there is none.</param>
    public MatchRecord Record(string id, Func<string, string?> value) => new(id, [.. Fields.Select(field => value(field.Name) ?? "")]);

    /// <summary>Where a field's value stands in a record.</summary>
    internal int IndexOf(string field) => places[field];
}
