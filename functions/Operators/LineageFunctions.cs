using Isthmus.Core.Audit;
using Isthmus.Core.Runs;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace Isthmus.Functions.Operators;

/// <summary>What became of one business record, across all flows.</summary>
public sealed class LineageFunctions(RunStore runs, AuditTrail audit, TimeProvider time)
{
    private const int MostRuns = 50;
    private static readonly TimeSpan AfterEnd = TimeSpan.FromHours(1);

    /// <summary>
    /// <c>GET /api/audit/lineage?key=</c>: the runs of a payment intent, an order number, a customer number or a run's id, of the
    /// numbers that those runs gave, and all that was done in them: from which record to which, by which mapping version, which
    /// fields. Newest first.
    /// </summary>
    [Function(nameof(ShowLineage))]
    public async Task<IActionResult> ShowLineage(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "audit/lineage")] HttpRequest request, CancellationToken cancellation)
    {
        if (OperatorAnswers.Text(request, "key") is not { Length: <= 200 } key)
            return OperatorAnswers.Wrong("key", null, "Give a payment intent, an order number, a customer number or a run's id.");
        var found = await RunsAsync(key, cancellation);
        var entries = new List<AuditEntry>();
        foreach (var run in found) entries.AddRange(await audit.OfAsync(run.Id, run.StartedAt, End(run), cancellation));
        return new OkObjectResult(new { key, runs = found, entries = entries.OrderByDescending(entry => entry.At).DistinctBy(entry => entry.Hash) });
    }

    /// <summary>A payment's run knows the order's number, and under that number lies the run that took it on.</summary>
    private async Task<IReadOnlyList<Run>> RunsAsync(string key, CancellationToken cancellation)
    {
        var found = new Dictionary<string, Run>();
        if (await runs.FindAsync(key, cancellation) is { } named) found[named.Id] = named;
        var asked = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var open = new Queue<string>([key, .. Keys(found.Values)]); open.TryDequeue(out var next) && found.Count < MostRuns;)
        {
            if (!asked.Add(next)) continue;
            foreach (var run in await runs.FindByKeyAsync(next, MostRuns, cancellation))
            {
                if (!found.TryAdd(run.Id, run)) continue;
                foreach (var more in Keys([run])) open.Enqueue(more);
            }
        }
        return [.. found.Values.OrderByDescending(run => run.StartedAt)];
    }

    /// <summary>Little is done to a run that has ended well; about any other something may have been written until now.</summary>
    private DateTimeOffset End(Run run) =>
        run.State is RunState.Done or RunState.Ignored ? run.UpdatedAt + AfterEnd : time.GetUtcNow();

    private static IEnumerable<string> Keys(IEnumerable<Run> runs) => runs.SelectMany(run => new[] { run.Key, run.Number }).OfType<string>();
}
