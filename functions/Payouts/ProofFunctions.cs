using System.Globalization;
using Isthmus.Connectors.Stripe;
using Isthmus.Core.Audit;
using Isthmus.Core.Reconciliation;
using Isthmus.Core.Runs;
using Isthmus.Functions.Operators;
using Isthmus.Functions.Steps;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Isthmus.Functions.Payouts;

/// <summary>The daily three-way proofs.</summary>
public sealed class ProofFunctions(ReconciliationStore store, StripeClient stripe, RunStore runs, AuditTrail audit, TimeProvider time)
{
    private const int MostDays = 93;

    /// <summary><c>GET /api/reconciliation/proofs?from=&amp;to=</c>: the proofs of days, with their differences.</summary>
    [Function(nameof(ListProofs))]
    public async Task<IActionResult> ListProofs(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "reconciliation/proofs")] HttpRequest request, CancellationToken cancellation)
    {
        var (from, to, refusal) = Days(request);
        return refusal ?? new OkObjectResult(await store.ProofsAsync(from, to, cancellation));
    }

    /// <summary>
    /// <c>POST /api/reconciliation/proofs?from=&amp;to=</c>: proves these days now, and reconciles their payouts where that was not
    /// done; 93 days at most.
    /// </summary>
    [Function(nameof(StartProofs))]
    public async Task<IActionResult> StartProofs(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "reconciliation/proofs")] HttpRequest request,
        [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        var (from, to, refusal) = Days(request);
        if (refusal is not null) return refusal;
        var range = $"{from:yyyy-MM-dd} to {to:yyyy-MM-dd}";
        await audit.AddAsync(OperatorAnswers.Operator(request), "prove days", range, "accepted", cancellation: cancellation);
        var started = new List<string>();
        await foreach (var payout in stripe.ListPayoutsAsync(Midnight(from), Midnight(to.AddDays(1)), cancellation))
        {
            var id = payout.NeedText("id", StripeOptions.Id);
            await PayoutRoute.ReconcileAsync(runs, id, "operator", onlyTell: false, client, cancellation);
            started.Add(PayoutReconciliationOrchestration.InstanceId(id));
        }
        for (var day = from; day <= to; day = day.AddDays(1))
        {
            await ReconciliationTimers.StartAsync(day, client, cancellation);
            started.Add(DailyProofOrchestration.InstanceId(day));
        }
        return new AcceptedResult($"/api/reconciliation/proofs?from={from:yyyy-MM-dd}&to={to:yyyy-MM-dd}", new { runs = started });
    }

    /// <summary>Yesterday and today when nothing is said.</summary>
    private (DateOnly From, DateOnly To, IActionResult? Refusal) Days(HttpRequest request)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        if (!Day(request, "to", today, out var to)) return (default, default, Wrong(request, "to"));
        if (!Day(request, "from", to.AddDays(-1), out var from)) return (default, default, Wrong(request, "from"));
        return from > to || to.DayNumber - from.DayNumber >= MostDays
            ? (default, default, OperatorAnswers.Wrong("from", $"{from:yyyy-MM-dd}", $"Give a span of 1 to {MostDays} days."))
            : (from, to, null);
    }

    private static bool Day(HttpRequest request, string name, DateOnly otherwise, out DateOnly day)
    {
        day = otherwise;
        return OperatorAnswers.Text(request, name) is not { } text
            || DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
    }

    private static IActionResult Wrong(HttpRequest request, string name) =>
        OperatorAnswers.Wrong(name, request.Query[name], "Give a day such as 2026-11-21.");

    private static DateTimeOffset Midnight(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
}
