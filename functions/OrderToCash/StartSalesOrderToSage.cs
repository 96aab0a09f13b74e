using Isthmus.Functions.SalesOrders;
using Isthmus.Functions.Steps;
using Isthmus.Functions.Webhooks;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Options;

namespace Isthmus.Functions.OrderToCash;

/// <summary>Hands the confirmed sales order on to the flow that carries it to Sage 100.</summary>
public sealed class StartSalesOrderToSage(IOptions<OrderToCashOptions> rules, StepRunner steps)
{
    /// <summary>The activity; a flow that runs already is left alone.</summary>
    [Function(nameof(StartSalesOrderToSage))]
    public Task<StepResult<Nothing>> Run([ActivityTrigger] Step<CarriedOrder> step, [DurableClient] DurableTaskClient client) =>
        steps.RunAsync(step, "hand on to Sage 100", async (carried, notes) =>
        {
            if (!rules.Value.ForwardToSage)
            {
                notes.Detail = "Isthmus:OrderToCash:ForwardToSage is false.";
                return Nothing.Value;
            }
            var input = new SalesOrderToSageInput(
                carried.SalesOrder.Id, carried.SalesOrder.Number, carried.ContactId, carried.Head.Order);
            await FlowStart.StartOrTellAsync(
                client, nameof(SalesOrderToSageOrchestration.SalesOrderToSage),
                SalesOrderToSageOrchestration.InstanceId(carried.SalesOrder.Id), input, "order-to-cash", CancellationToken.None);
            return Nothing.Value;
        });
}
