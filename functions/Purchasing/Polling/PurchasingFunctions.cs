using Isthmus.Functions.Operators;
using Isthmus.Functions.Polling;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Options;

namespace Isthmus.Functions.Purchasing.Polling;

/// <summary>When purchasing is looked at: by the clock, and when somebody asks.</summary>
public sealed class PurchasingFunctions(
    PurchasePoll both, SagePurchasePoll sage, ZohoPurchasePoll zoho, PollRounds rounds, IOptions<PurchasingOptions> rules)
{
    /// <summary>Every minute: what changed in Sage.</summary>
    [Function(nameof(PollPurchases))]
    public Task PollPurchases(
        [TimerTrigger("25 * * * * *", UseMonitor = false)] TimerInfo timer, [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) => InTimeAsync(sage, client, full: false, cancellation);

    /// <summary>Every fifteen minutes: what changed in Zoho and no webhook told of. One call in a quiet quarter of an hour.</summary>
    [Function(nameof(PollZohoPurchases))]
    public Task PollZohoPurchases(
        [TimerTrigger("50 */15 * * * *", UseMonitor = true)] TimerInfo timer, [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) => InTimeAsync(zoho, client, full: false, cancellation);

    /// <summary>Every night: everything in Sage, for what no stamp told of.</summary>
    [Function(nameof(SweepPurchasesInTime))]
    public Task SweepPurchasesInTime(
        [TimerTrigger("0 25 2 * * *", UseMonitor = true)] TimerInfo timer, [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) => InTimeAsync(sage, client, full: true, cancellation);

    /// <summary>
    /// <c>POST /api/purchasing/sweep?full=true</c>: looks now, at what changed or at everything, on both sides, and says what it found.
    /// </summary>
    [Function(nameof(SweepPurchases))]
    public async Task<IActionResult> SweepPurchases(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "purchasing/sweep")] HttpRequest request,
        [DurableClient] DurableTaskClient client, CancellationToken cancellation) => IsOn
        ? await rounds.AskedAsync(both, request, client, cancellation)
        : OperatorAnswers.Unavailable("Isthmus:Purchasing:Direction is off.");

    private bool IsOn => rules.Value.FromSage || rules.Value.FromZoho;

    private Task InTimeAsync(RoundedPoll poll, DurableTaskClient client, bool full, CancellationToken cancellation) =>
        IsOn ? rounds.InTimeAsync(poll, client, full, cancellation) : Task.CompletedTask;
}
