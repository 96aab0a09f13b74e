using System.Text.Json.Nodes;

namespace Isthmus.Core.Customers;

/// <summary>
/// What has to be written of a record: mapped before and after, only the members that differ. What is gone is written empty, as every
/// vendor here takes it. Objects are written whole, but those that a vendor merges member by member.
/// </summary>
public static class BodyChanges
{
    /// <summary>The members that differ; an empty object when none does.</summary>
    /// <param name="before">The body that what is there would have.</param>
    /// <param name="after">The body that is wanted.</param>
    /// <param name="merged">The objects whose members the vendor takes one by one, such as metadata.</param>
    public static JsonObject Between(ReadOnlyMemory<byte> before, ReadOnlyMemory<byte> after, params IReadOnlyCollection<string> merged) =>
        Between(Parse(before), Parse(after), merged);

    /// <summary>True when the two bodies say the same.</summary>
    public static bool Same(ReadOnlyMemory<byte> one, ReadOnlyMemory<byte> other) =>
        one.Span.SequenceEqual(other.Span) || JsonNode.DeepEquals(Parse(one), Parse(other));

    private static JsonObject Between(JsonObject before, JsonObject after, IReadOnlyCollection<string> merged)
    {
        var changes = new JsonObject();
        foreach (var name in before.Select(member => member.Key).Union(after.Select(member => member.Key)))
        {
            var (was, becomes) = (before[name], after[name]);
            if (JsonNode.DeepEquals(was, becomes)) continue;
            if (!merged.Contains(name)) changes[name] = becomes?.DeepClone() ?? "";
            else if (Between(was as JsonObject ?? [], becomes as JsonObject ?? [], []) is { Count: > 0 } members) changes[name] = members;
        }
        return changes;
    }

    private static JsonObject Parse(ReadOnlyMemory<byte> json) => (JsonObject)JsonNode.Parse(json.Span)!;
}
