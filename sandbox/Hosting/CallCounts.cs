using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Isthmus.Sandbox.Hosting;

/// <summary>How often each operation of each vendor was called since the last reset.</summary>
internal sealed class CallCounts
{
    private readonly ConcurrentDictionary<(string Vendor, string Operation), Count> counts = new();

    public void Add(string vendor, string operation) =>
        Interlocked.Increment(ref counts.GetOrAdd((vendor, operation), _ => new Count()).Value);

    public void Clear() => counts.Clear();

    public JsonObject Show(IEnumerable<string> vendors)
    {
        var shown = new JsonObject();
        foreach (var vendor in vendors)
        {
            var operations = counts.Where(entry => entry.Key.Vendor == vendor)
                .OrderBy(entry => entry.Key.Operation, StringComparer.Ordinal)
                .Select(entry => KeyValuePair.Create(entry.Key.Operation, (JsonNode?)Interlocked.Read(ref entry.Value.Value)));
            var list = new JsonObject(operations);
            shown[vendor] = new JsonObject
            {
                ["total"] = list.Sum(entry => entry.Value!.GetValue<long>()),
                ["operations"] = list
            };
        }
        return shown;
    }

    private sealed class Count { public long Value; }
}
