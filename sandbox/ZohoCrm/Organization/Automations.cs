using System.Text.Json.Nodes;

namespace Isthmus.Sandbox.ZohoCrm.Organization;

/// <summary>How many records were written with which automations running: "all", "none" or what the call named.</summary>
internal sealed class Automations
{
    private readonly SortedDictionary<string, int> counts = new(StringComparer.Ordinal);

    public void Count(string trigger, int records) => counts[trigger] = counts.GetValueOrDefault(trigger) + records;

    public void Clear() => counts.Clear();

    public JsonObject Show() => new(counts.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value)));
}
