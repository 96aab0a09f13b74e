using System.Text.Json;
using Isthmus.Connectors.Sage100;
using Isthmus.Core.Audit;
using Isthmus.Core.CrossReferences;
using Isthmus.Core.Runs;
using Isthmus.Functions.SalesOrders;
using Isthmus.Functions.Steps;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace Isthmus.Functions.Cancellations;

/// <summary>
/// Cancels the order in Sage, which is to delete it; its history keeps it with status X. Source: Sage 100 file layouts,
/// SO_SalesOrderHistoryHeader.
/// </summary>
public sealed class CancelSageOrder(
    SageAgentClient sage, CrossReferenceStore references, RunStore runs, AuditTrail audit, IOptions<CancellationOptions> rules, StepRunner steps)
{
    private const string Cancelled = "X";

    /// <summary>The activity; answers with a line for people.</summary>
    [Function(nameof(CancelSageOrder))]
    public Task<StepResult<string>> Run([ActivityTrigger] Step<OrderToCancel> step) =>
        steps.RunAsync(step, "cancel the order in Sage", async (order, notes) =>
        {
            if (!rules.Value.CancelInSage) return notes.Detail = "Isthmus:Cancellations:CancelInSage is false.";
            if (await references.FindAsync(order.SalesOrderId, "sage-100.salesorder") is not { } known)
            {
                var run = await runs.FindAsync(SalesOrderToSageOrchestration.InstanceId(order.SalesOrderId));
                return run is { State: RunState.Running } ? throw CancellationRefusals.OnItsWay() : notes.Detail = "The order is not in Sage.";
            }
            sage.BeginTurn();
            notes.Key = known.Id;
            var key = new Dictionary<string, string> { ["SalesOrderNo"] = known.Id };
            var open = await sage.ReadAsync("SO_SalesOrder", key, CancellationToken.None);
            if (open is not { } there) return notes.Detail = await GoneAsync(known.Id);
            if (there.FindText("CurrentInvoiceNo") is { Length: > 0 }) throw CancellationRefusals.Billed(known.Id, SageOptions.Id);
            if (Shipped(there)) throw CancellationRefusals.Shipped(known.Id, SageOptions.Id);
            await sage.DeleteAsync("SO_SalesOrder", key, rules.Value.ReasonCode, CancellationToken.None);
            await audit.AddAsync(step.RunId, "cancel order", $"sage-100.salesorder/{known.Id}", "deleted");
            return notes.Detail = $"Sales order {known.Id} is cancelled in Sage.";
        });

    /// <summary>What is not among the open orders was cancelled, perhaps by an earlier try, or completed.</summary>
    private async Task<string> GoneAsync(string number)
    {
        var key = new Dictionary<string, string> { ["SalesOrderNo"] = number };
        var kept = await sage.ReadAsync("SO_SalesOrderHistory", key, CancellationToken.None);
        return kept?.FindText("OrderStatus") is null or Cancelled
            ? $"Sales order {number} is cancelled in Sage." : throw CancellationRefusals.Completed(number);
    }

    private static bool Shipped(JsonElement order) =>
        order.TryGetProperty("Lines", out var lines) && lines.ValueKind == JsonValueKind.Array
        && lines.EnumerateArray().Any(line => line.FindNumber("QuantityShipped") > 0);
}
