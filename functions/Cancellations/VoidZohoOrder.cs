using System.Text.Json;
using Isthmus.Connectors.ZohoInventory;
using Isthmus.Core.Audit;
using Isthmus.Core.CrossReferences;
using Isthmus.Functions.Steps;
using Microsoft.Azure.Functions.Worker;

namespace Isthmus.Functions.Cancellations;

/// <summary>Voids the order in Zoho, which lets go of its stock, unless something of it was billed or packed.</summary>
public sealed class VoidZohoOrder(ZohoInventoryClient zoho, CrossReferenceStore references, AuditTrail audit, StepRunner steps)
{
    /// <summary>Connection and kind under which a void of ours is known, so that it is no news when it comes back.</summary>
    public const string Target = "zoho-inventory.salesorder-void";

    /// <summary>The activity; voiding a void order changes nothing.</summary>
    [Function(nameof(VoidZohoOrder))]
    public Task<StepResult<string>> Run([ActivityTrigger] Step<OrderToCancel> step) =>
        steps.RunAsync(step, "void the order in Zoho", async (order, notes) =>
        {
            zoho.BeginTurn();
            var read = await zoho.GetSalesOrderAsync(order.SalesOrderId, CancellationToken.None);
            if (Any(read, "quantity_packed", "quantity_shipped")) throw CancellationRefusals.Shipped(order.Number, ZohoInventoryOptions.Id);
            if (Any(read, "quantity_invoiced")) throw CancellationRefusals.Billed(order.Number, ZohoInventoryOptions.Id);
            await references.RecordAsync(order.SalesOrderId, Target, new Reference(step.RunId));
            await zoho.VoidSalesOrderAsync(order.SalesOrderId, CancellationToken.None);
            await audit.AddAsync(step.RunId, "void order", $"zoho-inventory.salesorder/{order.SalesOrderId}", "written", fields: ["status"]);
            return notes.Detail = $"Sales order {order.Number} is void.";
        });

    private static bool Any(JsonElement order, params string[] quantities) =>
        order.NeedList("line_items", ZohoInventoryOptions.Id).Any(line => quantities.Any(name => line.FindNumber(name) > 0));
}
