using System.Text.Json;
using Isthmus.Connectors.Sage100;
using Isthmus.Core.Audit;
using Isthmus.Core.CrossReferences;
using Isthmus.Core.Failures;
using Isthmus.Core.Runs;
using Isthmus.Functions.SalesOrders;
using Isthmus.Functions.Steps;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace Isthmus.Functions.Disputes;

/// <summary>
/// Puts the order in Sage on hold while its payment is disputed, and gives it the status back that it had. A hold that a person put
/// there is left to that person.
/// </summary>
public sealed class HoldSageOrder(
    SageAgentClient sage, CrossReferenceStore references, RunStore runs, AuditTrail audit, IOptions<DisputeOptions> rules, StepRunner steps)
{
    private const string Object = "SO_SalesOrder";
    private const string Target = "sage-100.dispute-hold";
    private const string Lifted = "lifted";

    /// <summary>The activity; answers with a line for people.</summary>
    [Function(nameof(HoldSageOrder))]
    public Task<StepResult<string>> Run([ActivityTrigger] Step<DisputeHead> step) =>
        steps.RunAsync(step, "hold the order in Sage", async (head, notes) =>
        {
            if (!rules.Value.HoldSageOrder) return notes.Detail = "Isthmus:Disputes:HoldSageOrder is false.";
            if (await references.FindAsync(head.SalesOrderId, "sage-100.salesorder") is not { } known)
            {
                var run = await runs.FindAsync(SalesOrderToSageOrchestration.InstanceId(head.SalesOrderId));
                return run is { State: RunState.Running } ? throw StillOnItsWay() : notes.Detail = "The order is not in Sage.";
            }
            sage.BeginTurn();
            var key = new Dictionary<string, string> { ["SalesOrderNo"] = known.Id };
            var order = await sage.ReadAsync(Object, key, CancellationToken.None);
            if (order is null) return notes.Detail = $"Sales order {known.Id} is not open in Sage any more.";
            var status = order.Value.FindText("OrderStatus") ?? "";
            var held = await references.FindAsync(head.DisputeId, Target) is { Number: not Lifted } before ? before.Number : null;
            var wanted = Wanted(head.Holds, status, held);
            if (head.Holds && held is null && wanted is not null)
                await references.RecordAsync(head.DisputeId, Target, new Reference(known.Id, status));
            if (wanted is not null && wanted != status)
            {
                await sage.UpdateAsync(Object, key, Body(wanted), CancellationToken.None);
                await audit.AddAsync(
                    step.RunId, head.Holds ? "hold order" : "lift hold", $"sage-100.salesorder/{known.Id}", "written", fields: ["OrderStatus"]);
            }
            if (!head.Holds && held is not null) await references.RecordAsync(head.DisputeId, Target, new Reference(known.Id, Lifted));
            return notes.Detail = wanted is null ? $"Sales order {known.Id} is left as it is." : $"Sales order {known.Id} has status {wanted}.";
        });

    /// <summary>The status that the order is to have; null to leave it alone.</summary>
    /// <param name="hold">Whether it is to be held.</param>
    /// <param name="status">The status that it has.</param>
    /// <param name="held">The status that it had before we held it; null when we do not hold it.</param>
    internal static string? Wanted(bool hold, string status, string? held) => (hold, status, held) switch
    {
        (true, PendingOrders.Hold, null) => null,
        (true, _, _) => PendingOrders.Hold,
        (false, PendingOrders.Hold, { } before) => before,
        _ => null,
    };

    private static byte[] Body(string status) => JsonSerializer.SerializeToUtf8Bytes(new { values = new { OrderStatus = status } });

    private static FailureException StillOnItsWay() => new(new Failure(
        FailureClass.Locked, "sage-100", "hold the order", "order-on-its-way", "The order is being written to Sage at this moment.",
        "It is tried again by itself."));
}
