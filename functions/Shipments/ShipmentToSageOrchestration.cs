using Isthmus.Core.Runs;
using Isthmus.Functions.Steps;
using Isthmus.Functions.Webhooks;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Isthmus.Functions.Shipments;

/// <summary>Starts the flow for one Zoho sales order whose packages changed.</summary>
/// <param name="SalesOrderId">Zoho's sales order id: the business key.</param>
public sealed record ShipmentToSageInput(string SalesOrderId);

/// <summary>The state of a Zoho sales order's packages goes onto its order in Sage 100.</summary>
public static class ShipmentToSageOrchestration
{
    /// <summary>The flow's name in runs and dead letters.</summary>
    public const string Flow = "shipment-to-sage";

    /// <summary>The instance id of a sales order's shipments.</summary>
    public static string InstanceId(string salesOrderId) => "ship2sage-" + salesOrderId;

    /// <summary>Carries the present state across; news that came meanwhile starts it over.</summary>
    [Function(nameof(ShipmentToSage))]
    public static async Task<string> ShipmentToSage([OrchestrationTrigger] TaskOrchestrationContext context, ShipmentToSageInput input)
    {
        var news = context.WaitForExternalEvent<string>(FlowStart.NewsEvent);
        try
        {
            var outcome = await context.StepAsync<string, string>(nameof(UpdateSageShipment), input.SalesOrderId);
            if (!news.IsCompleted) await context.EndAsync(RunState.Done, outcome);
            if (news.IsCompleted) context.ContinueAsNew(input, preserveUnprocessedEvents: true);
            return outcome;
        }
        catch (StepFailedException failed)
        {
            return await context.DeadLetterAsync(failed, Flow, input.SalesOrderId, null);
        }
    }
}
