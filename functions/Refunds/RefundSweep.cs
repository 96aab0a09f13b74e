using System.Text.Json;
using Isthmus.Connectors.ZohoInventory;
using Isthmus.Core.Connections;
using Isthmus.Core.Polling;
using Isthmus.Core.Runs;
using Isthmus.Functions.Polling;
using Isthmus.Functions.Refunds.FromStripe;
using Isthmus.Functions.Refunds.FromZoho;
using Isthmus.Functions.Steps;
using Isthmus.Functions.Webhooks;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Isthmus.Functions.Refunds;

/// <summary>
/// Finds what no webhook told: credit notes and sales returns that changed in Zoho, and the end of refunds that runs wait for.
/// </summary>
public sealed class RefundSweep(
    ZohoInventoryClient zoho, FoundZohoChanges changes, Poller poller, Circuits circuits, RunStore runs, RefundDays days, TimeProvider time)
{
    private static readonly TimeSpan DaysKept = TimeSpan.FromDays(40);

    /// <summary>Every hour and after every start.</summary>
    [Function(nameof(RefundSweep))]
    public async Task Run(
        [TimerTrigger("30 17 * * * *", UseMonitor = true)] TimerInfo timer, [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        if ((await circuits.FindAsync("zoho-inventory", cancellation)).State == CircuitState.Flowing) await SweepAsync(cancellation);
        await TellAsync(client, cancellation);
        await days.PurgeAsync(DateOnly.FromDateTime((time.GetUtcNow() - DaysKept).UtcDateTime), cancellation);
    }

    /// <summary>Takes every credit note and every sales return that changed since the last sweep.</summary>
    /// <returns>How many changes the inbox did not know.</returns>
    public async Task<int> SweepAsync(CancellationToken cancellation) =>
        await SweepAsync("creditnote", zoho.ListCreditNotesAsync, cancellation)
        + await SweepAsync("salesreturn", zoho.ListSalesReturnsAsync, cancellation);

    /// <summary>Has every run that waits for a refund look again.</summary>
    public async Task TellAsync(DurableTaskClient client, CancellationToken cancellation)
    {
        foreach (var flow in new[] { RefundToZohoOrchestration.Flow, RefundToStripeOrchestration.Flow })
        {
            string? continuation = null;
            do
            {
                (var page, continuation) = await runs.ListAsync(new RunQuery(flow, RunState.Waiting), 500, continuation, cancellation);
                foreach (var run in page) await FlowStart.TellAsync(client, run.Id, "sweep", heeds: true, cancellation);
            }
            while (continuation is not null);
        }
    }

    private async Task<int> SweepAsync(
        string module, Func<DateTimeOffset?, CancellationToken, IAsyncEnumerable<JsonElement>> list, CancellationToken cancellation) =>
        (await poller.PollAsync(changes.Feed(module, list, Rule), full: false, cancellation)).Taken;

    /// <summary>Zoho's times are whole seconds; two changes of one second differ in what is left.</summary>
    private static string Rule(JsonElement row) =>
        $"sweep {row.FindText("status") ?? row.FindText("salesreturn_status")} {row.FindText("balance") ?? row.FindText("refund_status")}";
}
