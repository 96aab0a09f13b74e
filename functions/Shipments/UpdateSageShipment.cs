using System.Text.Json;
using System.Text.Json.Nodes;
using Isthmus.Connectors.Sage100;
using Isthmus.Connectors.ZohoInventory;
using Isthmus.Core.Audit;
using Isthmus.Core.Canonical;
using Isthmus.Core.CrossReferences;
using Isthmus.Core.Failures;
using Isthmus.Core.Mapping;
using Isthmus.Core.Runs;
using Isthmus.Functions.Mapping;
using Isthmus.Functions.Steps;
using Microsoft.Azure.Functions.Worker;

namespace Isthmus.Functions.Shipments;

/// <summary>
/// Reads the sales order's packages afresh from Zoho and writes what changed to the order in Sage, and to its invoice while that is in
/// entry.
/// </summary>
public sealed class UpdateSageShipment(
    ZohoInventoryClient zoho, SageAgentClient sage, SagePackages packages, Mapper mapper, CrossReferenceStore references, RunStore runs,
    AuditTrail audit, StepRunner steps)
{
    private const string Object = "SO_SalesOrder";
    private const string Cancelled = "X";
    private const string Tracking = "UDF_TRACKING";
    private const int ShortestTracking = 30;

    /// <summary>The activity; answers with a line for people. Nothing is written when nothing changed.</summary>
    [Function(nameof(UpdateSageShipment))]
    public Task<StepResult<string>> Run([ActivityTrigger] Step<string> step) =>
        steps.RunAsync(step, "update the shipment in Sage", async (salesOrderId, notes) =>
        {
            await runs.BeginAsync(new Run { Id = step.RunId, Flow = ShipmentToSageOrchestration.Flow, Key = salesOrderId });
            var known = await references.FindAsync(salesOrderId, "sage-100.salesorder") ?? throw NotInSageYet();
            var shipment = OrderShipment.Read(await zoho.GetSalesOrderAsync(salesOrderId, CancellationToken.None));
            var key = new Dictionary<string, string> { ["SalesOrderNo"] = known.Id };
            if (await sage.ReadAsync(Object, key, CancellationToken.None) is not { } stored) return notes.Detail = await OverAsync(known.Id, key);
            var (body, changed) = await MapAsync(shipment, stored, notes);
            if (changed.Count > 0)
            {
                await sage.UpdateAsync(Object, key, body, CancellationToken.None);
                await audit.AddAsync(step.RunId, "update shipment", $"sage-100.salesorder/{known.Id}", "written", notes.Mapping, changed);
            }
            var moved = stored.FindText("CurrentInvoiceNo") is { Length: > 0 } invoice
                ? await packages.AlignAsync(invoice, shipment.Packages, step.RunId) : 0;
            var said = changed.Count + moved == 0 ? "shows it already" : "updated";
            return notes.Detail = $"Sales order {known.Id} {said}.";
        });

    private async Task<(ReadOnlyMemory<byte> Body, IReadOnlyList<string> Changed)> MapAsync(
        OrderShipment shipment, JsonElement stored, StepNotes notes)
    {
        var columns = (await sage.DictionaryAsync(Object, CancellationToken.None)).Columns;
        var room = columns.GetValueOrDefault(Tracking)?.Length ?? ShortestTracking;
        var variables = new Dictionary<string, string>();
        if (shipment.Tracking(room) is { } tracking) variables["tracking"] = tracking;
        var body = mapper.Map("zoho-shipment-to-sage", CanonicalJson.Write(shipment), notes, new MappingContext { Variables = variables });
        if (stored.FindText(Tracking) is { Length: > 0 }) body = Emptied(body);
        using var wanted = JsonDocument.Parse(body);
        return (body, [.. WantedChanges.Of(wanted.RootElement.GetProperty("values"), stored)]);
    }

    /// <summary>A mapping writes no empty values, but numbers of packages that were taken back must not stay.</summary>
    private static ReadOnlyMemory<byte> Emptied(ReadOnlyMemory<byte> body)
    {
        var record = JsonNode.Parse(body.Span)!;
        record["values"]![Tracking] ??= "";
        return JsonSerializer.SerializeToUtf8Bytes(record);
    }

    /// <summary>An order that Sage has invoiced and closed shows no shipments any more.</summary>
    private async Task<string> OverAsync(string number, Dictionary<string, string> key)
    {
        var kept = await sage.ReadAsync("SO_SalesOrderHistory", key, CancellationToken.None);
        return kept?.FindText("OrderStatus") is { Length: > 0 } and not Cancelled
            ? $"Sales order {number} is complete in Sage." : throw Gone(number);
    }

    private static FailureException NotInSageYet() => new(new Failure(
        FailureClass.Locked, "sage-100", "update the shipment", "order-not-there-yet",
        "The order is not in Sage yet.", "It is tried again by itself; if it stays, look at the order's own run."));

    private static FailureException Gone(string number) => new(new Failure(
        FailureClass.ReferenceMissing, "sage-100", "update the shipment", "order-gone",
        $"Sage has no open sales order {number}: it was cancelled or deleted, but goods of it were shipped.",
        "Enter in Sage what was shipped, or take the goods back; then close this entry."));
}
