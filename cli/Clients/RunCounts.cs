using System.Text.Json;

namespace Isthmus.Cli.Clients;

/// <summary>How many runs of each flow stand in each state.</summary>
internal sealed record RunCounts(IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> ByFlow)
{
    public const string OrderToCash = "order-to-cash";
    public const string Deal = "deal";
    public const string ToSage = "sales-order-to-sage";
    public const string Refund = "refund";

    public const string CreditToSage = "credit-note-to-sage";

    private static readonly string[] Open = ["running", "waiting"];

    public static RunCounts Read(JsonElement summary) => new(summary.EnumerateObject().ToDictionary(
        flow => flow.Name,
        flow => (IReadOnlyDictionary<string, int>)flow.Value.EnumerateObject()
            .ToDictionary(state => state.Name, state => state.Value.GetInt32(), StringComparer.OrdinalIgnoreCase)));

    public int Of(string flow, string state) => ByFlow.TryGetValue(flow, out var states) ? states.GetValueOrDefault(state) : 0;

    public int All(string flow) => ByFlow.TryGetValue(flow, out var states) ? states.Values.Sum() : 0;

    /// <summary>Runs that have come to an end, or wait for a person.</summary>
    public int Ended(string flow) => All(flow) - Open.Sum(state => Of(flow, state));

    /// <summary>The same counts give the same text.</summary>
    public string Fingerprint => string.Join(' ', ByFlow.OrderBy(flow => flow.Key, StringComparer.Ordinal)
        .SelectMany(flow => flow.Value.OrderBy(state => state.Key, StringComparer.Ordinal).Select(state =>
            $"{flow.Key}/{state.Key}={state.Value}")));
}
