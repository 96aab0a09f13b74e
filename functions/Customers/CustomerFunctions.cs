using Isthmus.Core.Audit;
using Isthmus.Core.Customers;
using Isthmus.Core.Failures;
using Isthmus.Core.Polling;
using Isthmus.Functions.Customers.Looking;
using Isthmus.Functions.Operators;
using Isthmus.Functions.Webhooks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Isthmus.Functions.Customers;

/// <summary>When customers are looked at: by the clock, and when somebody asks.</summary>
public sealed partial class CustomerFunctions(
    CustomerPoll poll, CustomerRules rules, CustomerLinkStore links, AuditTrail audit, ILogger<CustomerFunctions> log)
{
    /// <summary>Every fifteen minutes and after every start: what changed.</summary>
    [Function(nameof(PollCustomers))]
    public Task PollCustomers(
        [TimerTrigger("25 */15 * * * *", UseMonitor = true)] TimerInfo timer, [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) => InTimeAsync(client, full: false, cancellation);

    /// <summary>Every night: everything, for what no stamp and no event told of.</summary>
    [Function(nameof(SweepCustomersInTime))]
    public Task SweepCustomersInTime(
        [TimerTrigger("0 40 1 * * *", UseMonitor = true)] TimerInfo timer, [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) => InTimeAsync(client, full: true, cancellation);

    /// <summary><c>POST /api/customers/sweep?full=true</c>: looks now, at what changed or at everything, and says what it found.</summary>
    [Function(nameof(SweepCustomers))]
    public async Task<IActionResult> SweepCustomers(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "customers/sweep")] HttpRequest request,
        [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        if (!rules.Options.Enabled) return OperatorAnswers.Unavailable("Customers are not kept alike: Isthmus:Customers:Enabled is false.");
        var full = OperatorAnswers.Text(request, "full") is "true";
        try
        {
            var round = await poll.RunAsync(client, full, cancellation);
            await audit.AddAsync(
                OperatorAnswers.Operator(request), full ? "sweep all customers" : "sweep customers", "isthmus/customers", Words(round),
                cancellation: cancellation);
            return new OkObjectResult(round);
        }
        catch (FailureException failed) { return OperatorAnswers.Unavailable($"{failed.Failure.Message} {failed.Failure.Cure}"); }
    }

    /// <summary>
    /// <c>GET /api/customers/{id}</c>: the pair of a Stripe customer or of a contact, with a hash a group of fields for each side.
    /// </summary>
    [Function(nameof(ShowCustomer))]
    public async Task<IActionResult> ShowCustomer(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "customers/{id}")] HttpRequest request, string id,
        CancellationToken cancellation)
    {
        var link = await links.FindAsync(id, cancellation) ?? await links.FindOfContactAsync(id, cancellation);
        return link is null ? OperatorAnswers.NotFound("pair of customer or contact", id) : new OkObjectResult(new
        {
            link.StripeId, link.ContactId, link.State, link.Reason,
            Groups = link.Known.ToDictionary(side => side.Key.ToString().ToLowerInvariant(), side => side.Value.ByGroup()),
        });
    }

    /// <summary><c>POST /api/customers/{id}/link</c>: looks for the contact of a Stripe customer anew after their pair was ended.</summary>
    [Function(nameof(LinkCustomerAgain))]
    public async Task<IActionResult> LinkCustomerAgain(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "customers/{id}/link")] HttpRequest request, string id,
        [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        if (!rules.Options.Enabled) return OperatorAnswers.Unavailable("Customers are not kept alike: Isthmus:Customers:Enabled is false.");
        if (!EventIds.Usable(id)) return OperatorAnswers.Wrong("id", id, "Give Stripe's id of the customer.");
        if (await links.FindAsync(id, cancellation) is not { } link) return OperatorAnswers.NotFound("pair of customer", id);
        if (link.State != LinkState.Unlinked) return OperatorAnswers.Unavailable($"It is linked with contact {link.ContactId}.");
        await links.ForgetAsync(link, cancellation);
        await audit.AddAsync(OperatorAnswers.Operator(request), "link again", $"stripe.customer/{id}", "accepted", cancellation: cancellation);
        return new OkObjectResult(new { run = await CustomerRuns.OfCustomerAsync(client, id, "link again", cancellation) });
    }

    private async Task InTimeAsync(DurableTaskClient client, bool full, CancellationToken cancellation)
    {
        if (!rules.Options.Enabled) return;
        try { LogRound(log, Words(await poll.RunAsync(client, full, cancellation))); }
        catch (FailureException failed) { LogFailure(log, failed.Failure.Connection, failed.Failure.Code, failed.Failure.Message); }
    }

    private static string Words(CustomerRound round) =>
        $"Stripe {Words(round.Customers)}; Zoho {Words(round.Contacts)}; Sage {Words(round.Books)}; {round.Gone} gone.";

    private static string Words(PollCounts counts) =>
        $"{counts.Read} read: {counts.Taken} taken, {counts.Unchanged} unchanged, {counts.Skipped} skipped";

    [LoggerMessage(1501, LogLevel.Information, "Customers: {Round}")]
    private static partial void LogRound(ILogger logger, string round);

    [LoggerMessage(1502, LogLevel.Warning, "The customers could not be read ({Connection}, {Code}): {Reason} The next round reads them again")]
    private static partial void LogFailure(ILogger logger, string connection, string code, string reason);
}
