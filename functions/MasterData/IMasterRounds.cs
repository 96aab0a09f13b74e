using Isthmus.Functions.MasterData.Looking;
using Microsoft.DurableTask.Client;

namespace Isthmus.Functions.MasterData;

/// <summary>What came of somebody's wish that a flow looks.</summary>
/// <param name="Report">What the look came to; null where it did not come to its end.</param>
/// <param name="Why">Why it did not; null where it did.</param>
public sealed record LookAnswer(LookReport? Report, string? Why);

/// <summary>Has flows look at their sources: when it is time, and when somebody asks.</summary>
public interface IMasterRounds
{
    /// <summary>
    /// Has every flow look that is due: by its cadence at what changed, and once a night at everything that may still change. What goes
    /// wrong is left to the next time; who had no turn comes first then.
    /// </summary>
    Task InTimeAsync(DurableTaskClient client, CancellationToken cancellation);

    /// <summary>Has one flow look now.</summary>
    Task<LookAnswer> LookAsync(string flow, bool full, DurableTaskClient client, CancellationToken cancellation);

    /// <summary>Says what a look would change, and changes nothing.</summary>
    Task<(DryLook? Look, string? Why)> DryLookAsync(string flow, bool full, CancellationToken cancellation);
}
