using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Isthmus.Core.Customers;

/// <summary>
/// What a customer's fields were, as hashes: enough to see that one changed, and no personal value is kept. Salted, so that equal
/// values of two customers cannot be told.
/// </summary>
public sealed record FieldHashes
{
    private readonly IReadOnlyDictionary<string, string> hashes;

    private FieldHashes(IReadOnlyDictionary<string, string> hashes) => this.hashes = hashes;

    /// <summary>The names of the fields that have a value.</summary>
    public IEnumerable<string> Fields => hashes.Keys;

    /// <summary>The hash of a field; null where it has no value.</summary>
    public string? this[string field] => hashes.GetValueOrDefault(field);

    /// <summary>The hashes of a customer's fields.</summary>
    /// <param name="salt">The customer's own: its id.</param>
    /// <param name="fields">Its fields, as <see cref="CustomerFields.Of"/> gives them.</param>
    public static FieldHashes Of(string salt, IReadOnlyDictionary<string, string> fields) =>
        new(fields.ToDictionary(pair => pair.Key, pair => Hash($"{salt}\n{pair.Key}\n{Alike(pair.Key, pair.Value)}"), StringComparer.Ordinal));

    /// <summary>Reads what <see cref="ToString"/> wrote; null for null.</summary>
    public static FieldHashes? Parse(string? json) =>
        json is null ? null : new(JsonSerializer.Deserialize<Dictionary<string, string>>(json)!);

    /// <summary>One hash a group: what <see cref="Same"/> compares, and what people are shown.</summary>
    public IReadOnlyDictionary<string, string> ByGroup() => CustomerFields.Groups.ToDictionary(group => group, group => Hash(string.Join('\n',
        hashes.Where(pair => CustomerFields.GroupOf(pair.Key) == group).OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => $"{pair.Key}={pair.Value}"))));

    /// <summary>True when no group differs.</summary>
    public bool Same(FieldHashes? other) => other is not null && ByGroup().All(pair => other.ByGroup()[pair.Key] == pair.Value);

    /// <summary>These, with those of some fields taken from elsewhere.</summary>
    public FieldHashes With(IEnumerable<string> fields, FieldHashes from)
    {
        var mixed = new Dictionary<string, string>(hashes, StringComparer.Ordinal);
        foreach (var field in fields)
        {
            if (from[field] is { } hash) mixed[field] = hash;
            else mixed.Remove(field);
        }
        return new(mixed);
    }

    /// <summary>As JSON, for a table.</summary>
    public override string ToString() => JsonSerializer.Serialize(hashes);

    private static string Alike(string field, string value) => field == "email" ? value.ToLowerInvariant() : value;

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
}
