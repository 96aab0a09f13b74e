using System.Text.Json.Nodes;
using Isthmus.Sandbox.Clock;
using Isthmus.Sandbox.Stripe.Records;

namespace Isthmus.Sandbox.Stripe.Events;

/// <summary>Signing secrets of webhook endpoints; while one is being rolled, two sign.</summary>
internal sealed class EndpointSecrets(SandboxClock clock)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, List<Secret>> byEndpoint = [];

    public IReadOnlyList<string> Active(string endpoint)
    {
        lock (gate)
            return byEndpoint.TryGetValue(endpoint, out var secrets)
                ? [.. secrets.Where(secret => secret.Until > clock.UnixSeconds).Select(secret => secret.Value)]
                : [];
    }

    /// <summary>Adds a secret; those before it sign until the given second.</summary>
    public void Add(string endpoint, string value, long othersUntil)
    {
        lock (gate)
        {
            var before = byEndpoint.GetValueOrDefault(endpoint) ?? [];
            byEndpoint[endpoint] = [new Secret(value, long.MaxValue), .. before.Select(s => s with { Until = Math.Min(s.Until, othersUntil) })];
        }
    }

    public void Remove(string endpoint) { lock (gate) byEndpoint.Remove(endpoint); }

    public JsonArray Save()
    {
        lock (gate)
            return
            [
                .. byEndpoint.SelectMany(pair => pair.Value, (pair, secret) => new JsonObject
                {
                    ["endpoint"] = pair.Key, ["secret"] = secret.Value, ["until"] = secret.Until
                })
            ];
    }

    public void Load(JsonNode? saved)
    {
        lock (gate)
            foreach (var secret in saved?.AsArray() ?? [])
            {
                var endpoint = secret!["endpoint"]!.GetValue<string>();
                if (!byEndpoint.TryGetValue(endpoint, out var list)) byEndpoint[endpoint] = list = [];
                list.Add(new Secret(secret["secret"]!.GetValue<string>(), secret["until"]!.Long()));
            }
    }

    private sealed record Secret(string Value, long Until);
}
