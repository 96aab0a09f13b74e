using System.Text.Json.Serialization;
using Isthmus.Cli.Replay.Proving;

namespace Isthmus.Cli.Replay.Reporting;

/// <summary>The object that <c>--json</c> prints. Amounts are main units of the file's currency.</summary>
internal sealed record ReplayResult([property: JsonIgnore] Proof Proof)
{
    public required int Orders { get; init; }
    public required int Skipped { get; init; }
    public required int Settled { get; init; }
    public required int DeadLettered { get; init; }
    public required int Lost { get; init; }
    public required int Doubled { get; init; }
    public required int Refunds { get; init; }
    public required decimal StripeTotal { get; init; }
    public required decimal ZohoTotal { get; init; }
    public required decimal SageTotal { get; init; }
    public required double Seconds { get; init; }
    public required double OrdersPerSecond { get; init; }
    public required double P50Ms { get; init; }
    public required double P99Ms { get; init; }

    /// <summary>Orders whose amounts or units differ between the systems.</summary>
    public required int Different { get; init; }

    /// <summary>Refunds that stand once in each system, with equal amounts.</summary>
    public required int RefundsSettled { get; init; }

    /// <summary>Refunds that wait for a person.</summary>
    public required int RefundsDeadLettered { get; init; }

    /// <summary>
    /// Cancellations that give back more units than the file has purchases of: what is beyond is left out, because nothing is left
    /// that it could be paid back of.
    /// </summary>
    public required int CancellationsShortened { get; init; }

    public required string Currency { get; init; }
    public required IReadOnlyDictionary<string, double> CallsPerOrder { get; init; }
    public required IReadOnlyDictionary<string, int> SkippedBecause { get; init; }

    [JsonIgnore] public bool Holds => Proof.Holds;
}
