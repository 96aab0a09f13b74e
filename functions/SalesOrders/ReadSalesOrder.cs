using System.Text.Json;
using Isthmus.Connectors.ZohoInventory;
using Isthmus.Core.Payloads;
using Isthmus.Core.Runs;
using Isthmus.Functions.Mapping;
using Isthmus.Functions.Steps;
using Microsoft.Azure.Functions.Worker;

namespace Isthmus.Functions.SalesOrders;

/// <summary>Takes the order that an earlier flow handed on, or reads it afresh from Zoho.</summary>
public sealed class ReadSalesOrder(
    ZohoInventoryClient zoho, Mapper mapper, IPayloadStore payloads, RunStore runs, StepRunner steps)
{
    /// <summary>The activity.</summary>
    [Function(nameof(ReadSalesOrder))]
    public Task<StepResult<OrderForSage>> Run([ActivityTrigger] Step<SalesOrderToSageInput> step) =>
        steps.RunAsync(step, "read the sales order", async (input, notes) =>
        {
            await BeginAsync(step.RunId, input);
            if (input.Order is not null)
            {
                notes.Detail = $"Handed on as {input.Number}.";
                return new OrderForSage(
                    input.SalesOrderId, input.Number!, input.ContactId!, input.Order, true, null);
            }
            var document = await zoho.GetSalesOrderAsync(input.SalesOrderId, CancellationToken.None);
            var number = Text(document, "salesorder_number");
            var status = Text(document, "status").ToLowerInvariant();
            var json = mapper.Map("zoho-salesorder", document, notes);
            return new OrderForSage(
                input.SalesOrderId, number, Text(document, "customer_id"), await payloads.PutAsync(json),
                status is "confirmed" or "open" or "closed" or "fulfilled", $"Sales order {number} is {status} in Zoho.")
            {
                GivenUp = status == "void",
            };
        });

    private Task BeginAsync(string runId, SalesOrderToSageInput input) => runs.BeginAsync(new Run
    {
        Id = runId,
        Flow = SalesOrderToSageOrchestration.Flow,
        Key = input.SalesOrderId,
        Number = input.Number,
        State = RunState.Running,
    });

    private static string Text(JsonElement record, string name) => record.NeedText(name, ZohoInventoryOptions.Id);
}
