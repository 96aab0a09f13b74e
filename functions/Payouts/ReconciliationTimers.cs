using System.Text.Json;
using Isthmus.Core.DeadLetters;
using Isthmus.Functions.Webhooks;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Isthmus.Functions.Payouts;

/// <summary>What happens by the clock: the proof of the days before, and another look at lines that were left open.</summary>
public sealed class ReconciliationTimers(DeadLetterStore letters, PayoutOptions rules, TimeProvider time)
{
    private const int LinesAtOnce = 500;

    /// <summary>Every night: yesterday, and the days before it for what came late.</summary>
    [Function(nameof(ProveDays))]
    public async Task ProveDays(
        [TimerTrigger("0 30 3 * * *", UseMonitor = true)] TimerInfo timer, [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        for (var back = Math.Max(1, rules.ProofDays); back > 0; back--) await StartAsync(today.AddDays(-back), client, cancellation);
    }

    /// <summary>Every hour: the order of a line may have gone through meanwhile.</summary>
    [Function(nameof(MatchOpenLines))]
    public async Task MatchOpenLines(
        [TimerTrigger("0 50 * * * *", UseMonitor = true)] TimerInfo timer, [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        var wanted = new DeadLetterQuery { Flow = PayoutLineOrchestration.Flow };
        var (open, _) = await letters.ListAsync(wanted, LinesAtOnce, null, cancellation);
        foreach (var letter in open)
        {
            if (letter.Resume is not { } resume) continue;
            await FlowStart.StartUnlessAtWorkAsync(
                client, nameof(PayoutLineOrchestration.MatchLineAgain), letter.RunId, JsonSerializer.Deserialize<PayoutLineInput>(resume)!,
                cancellation);
        }
    }

    /// <summary>Starts the proof of a day; one that waits looks again.</summary>
    internal static Task StartAsync(DateOnly day, DurableTaskClient client, CancellationToken cancellation) =>
        FlowStart.StartOrTellAsync(
            client, nameof(DailyProofOrchestration.ProveOneDay), DailyProofOrchestration.InstanceId(day), new ProofInput(day), "asked",
            cancellation);
}
