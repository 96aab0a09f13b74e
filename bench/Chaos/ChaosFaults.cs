using System.Text.Json;
using Isthmus.Cli.Clients;

namespace Isthmus.Bench.Chaos;

/// <summary>Every kind of fault that the sandbox knows, at once.</summary>
internal sealed class ChaosFaults(SandboxClient sandbox, double rate)
{
    private const double Doubled = 0.2;
    private const double Late = 0.2;
    private const double Lost = 0.05;

    public async Task ArmAsync(CancellationToken cancel)
    {
        foreach (var fault in OfCalls().Concat(OfWebhooks())) await sandbox.PostAsync("/_sandbox/faults", fault, cancel);
    }

    /// <summary>Ends them, and says how often each kind happened.</summary>
    public async Task<SortedDictionary<string, int>> DisarmAsync(CancellationToken cancel)
    {
        var happened = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var shown = await sandbox.GetAsync("/_sandbox/faults", cancel);
        foreach (var fault in shown.GetProperty("faults").EnumerateArray())
        {
            var name = Name(fault);
            happened[name] = happened.GetValueOrDefault(name) + fault.GetProperty("happened").GetInt32();
        }
        (await sandbox.Http.DeleteAsync("/_sandbox/faults", cancel)).EnsureSuccessStatusCode();
        return happened;
    }

    private static string Name(JsonElement fault)
    {
        var kind = fault.GetProperty("kind").GetString()!;
        return kind.StartsWith("status", StringComparison.Ordinal) ? $"{kind} {fault.GetProperty("status")}" : kind;
    }

    /// <summary>A call meets one of them with the given rate: each kind has an equal share of it.</summary>
    private object[] OfCalls() =>
    [
        new { kind = "latency", delayMs = 250, rate = Share }, new { kind = "slow-body", delayMs = 250, rate = Share },
        new { kind = "status", status = 429, retryAfterSeconds = 1, rate = Share },
        new { kind = "status", status = 500, rate = Share }, new { kind = "status", status = 503, rate = Share },
        new { kind = "status-after", status = 500, rate = Share },
        new { kind = "drop-before", rate = Share }, new { kind = "drop-after", rate = Share },
        new { kind = "malformed-body", rate = Share }, new { kind = "token-expiry", rate = Share },
        new { kind = "record-lock", rate = Share }, new { kind = "stored-error", rate = Share },
    ];

    private double Share => rate / 12;

    private static IEnumerable<object> OfWebhooks() =>
    [
        new { kind = "webhook-duplicate", rate = Doubled }, new { kind = "webhook-out-of-order", rate = Late },
        new { kind = "webhook-lost", rate = Lost },
    ];
}
