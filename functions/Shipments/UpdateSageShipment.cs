using System.Text.Json;
using Isthmus.Connectors.Sage100;
using Isthmus.Connectors.ZohoInventory;
using Isthmus.Core.Audit;
using Isthmus.Core.CrossReferences;
using Isthmus.Core.Failures;
using Isthmus.Core.Runs;
using Isthmus.Functions.Mapping;
using Isthmus.Functions.Steps;
using Microsoft.Azure.Functions.Worker;

namespace Isthmus.Functions.Shipments;

/// <summary>Reads the sales order's packages afresh from Zoho and writes what changed to the order in Sage.</summary>
public sealed class UpdateSageShipment(
    ZohoInventoryClient zoho, SageAgentClient sage, Mapper mapper, CrossReferenceStore references, RunStore runs, AuditTrail audit,
    StepRunner steps)
{
    private const string Object = "SO_SalesOrder";

    /// <summary>The activity; answers with a line for people. Nothing is written when nothing changed.</summary>
    [Function(nameof(UpdateSageShipment))]
    public Task<StepResult<string>> Run([ActivityTrigger] Step<string> step) =>
        steps.RunAsync(step, "update the shipment in Sage", async (salesOrderId, notes) =>
        {
            await runs.BeginAsync(new Run { Id = step.RunId, Flow = ShipmentToSageOrchestration.Flow, Key = salesOrderId });
            var known = await references.FindAsync(salesOrderId, "sage-100.salesorder") ?? throw NotInSageYet();
            var order = await zoho.GetSalesOrderAsync(salesOrderId, CancellationToken.None);
            var body = mapper.Map("zoho-shipment-to-sage", order, notes);
            var key = new Dictionary<string, string> { ["SalesOrderNo"] = known.Id };
            var stored = await sage.ReadAsync(Object, key, CancellationToken.None) ?? throw Gone(known.Id);
            var changed = Changed(body, stored);
            if (changed.Count == 0) return $"Sales order {known.Id} shows it already.";
            await sage.UpdateAsync(Object, key, body, CancellationToken.None);
            await audit.AddAsync(step.RunId, "update shipment", $"sage-100.salesorder/{known.Id}", "written", notes.Mapping, changed);
            return notes.Detail = $"Sales order {known.Id} updated.";
        });

    private static List<string> Changed(ReadOnlyMemory<byte> body, JsonElement stored)
    {
        using var wanted = JsonDocument.Parse(body);
        return
        [
            .. wanted.RootElement.GetProperty("values").EnumerateObject()
                .Where(v => stored.ValueKind != JsonValueKind.Object || !stored.TryGetProperty(v.Name, out var there) || there.ToString() != v.Value.ToString())
                .Select(v => v.Name),
        ];
    }

    private static FailureException NotInSageYet() => new(new Failure(
        FailureClass.Locked, "sage-100", "update the shipment", "order-not-there-yet",
        "The order is not in Sage yet.", "It is tried again by itself; if it stays, look at the order's own run."));

    private static FailureException Gone(string number) => new(new Failure(
        FailureClass.ReferenceMissing, "sage-100", "update the shipment", "order-gone",
        $"Sage has no open sales order {number}: it was invoiced and closed, or deleted.", "Nothing is left to update if it was invoiced."));
}
