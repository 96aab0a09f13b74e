using System.Text.Json;

namespace Isthmus.Embedded.Queues;

/// <summary>
/// Names and values kept with a queue. They travel as headers: names are C# identifiers that case does not tell apart, values are
/// printable ASCII without spaces around them, all together at most 8 KiB.
/// </summary>
internal sealed class QueueMetadata : IEquatable<QueueMetadata>
{
    private const int MostBytes = 8 * 1024;

    private QueueMetadata(IDictionary<string, string> values) =>
        Values = new SortedDictionary<string, string>(values, StringComparer.OrdinalIgnoreCase);

    public static QueueMetadata None { get; } = new(new Dictionary<string, string>());

    public IDictionary<string, string> Values { get; }

    public string Text => JsonSerializer.Serialize(Values);

    public static QueueMetadata Read(string text) => new(JsonSerializer.Deserialize<Dictionary<string, string>>(text)!);

    public static QueueMetadata Check(IDictionary<string, string>? values)
    {
        if (values is null) return None;
        foreach (var (name, value) in values)
        {
            if (!IsIdentifier(name)) throw QueueErrors.InvalidMetadata($"the name '{name}'");
            if (value != value.Trim() || value.Any(c => c is < ' ' or > '~')) throw QueueErrors.InvalidMetadata($"the value of '{name}'");
        }
        if (values.Keys.Distinct(StringComparer.OrdinalIgnoreCase).Count() < values.Count)
            throw QueueErrors.InvalidMetadata("names that differ in case only");
        return values.Sum(v => v.Key.Length + v.Value.Length) <= MostBytes ? new(values) : throw QueueErrors.MetadataTooLarge();
    }

    public bool Equals(QueueMetadata? other) => other is not null && Values.Count == other.Values.Count
        && Values.All(v => other.Values.TryGetValue(v.Key, out var value) && value == v.Value);

    public override bool Equals(object? obj) => Equals(obj as QueueMetadata);

    public override int GetHashCode() => Values.Count;

    private static bool IsIdentifier(string name) => name.Length > 0 && !char.IsAsciiDigit(name[0])
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');
}
