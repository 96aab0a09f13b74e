using System.Globalization;

namespace Isthmus.Embedded.Tables.Entities;

/// <summary>An entity as the service holds it.</summary>
/// <param name="PartitionKey">The first part of its key.</param>
/// <param name="RowKey">The second part of its key.</param>
/// <param name="Stamp">UTC ticks of its last write; strictly rising for an entity, so that it serves as its version.</param>
/// <param name="Properties">
/// Its own properties: text, int, long, double, bool, <see cref="DateTimeOffset"/>, <see cref="Guid"/> or bytes; never null.
/// </param>
internal sealed record StoredEntity(string PartitionKey, string RowKey, long Stamp, Dictionary<string, object> Properties)
{
    public DateTimeOffset Timestamp => new(Stamp, TimeSpan.Zero);

    public string ETag => ETagOf(Stamp);

    /// <summary>The moment in round-trip form, its colons escaped.</summary>
    public static string ETagOf(long stamp) => string.Create(
        CultureInfo.InvariantCulture,
        $"W/\"datetime'{new DateTime(stamp, DateTimeKind.Utc):yyyy-MM-ddTHH'%3A'mm'%3A'ss.fffffff}Z'\"");

    /// <summary>A property by its name, the system's own among them; null for one that it lacks.</summary>
    public object? Find(string name) => name switch
    {
        "PartitionKey" => PartitionKey,
        "RowKey" => RowKey,
        "Timestamp" => Timestamp,
        _ => Properties.GetValueOrDefault(name),
    };
}
