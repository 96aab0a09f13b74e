using System.Text.Json;
using Isthmus.Connectors.Sage100;
using Isthmus.Core.Audit;
using Isthmus.Core.Canonical;
using Isthmus.Core.CrossReferences;
using Isthmus.Core.Failures;
using Isthmus.Core.Mapping;
using Isthmus.Core.Payloads;
using Isthmus.Functions.Mapping;
using Isthmus.Functions.Steps;
using Microsoft.Azure.Functions.Worker;

namespace Isthmus.Functions.SalesOrders;

/// <summary>
/// Writes the sales order to Sage, once. Its number is taken from Sage and remembered before the order is written, so that a
/// repeat asks for the same key and finds its own.
/// </summary>
public sealed class CreateSageOrder(
    SageAgentClient sage, SageOptions options, SageItems items, SageWriter writer, Mapper mapper, IPayloadStore payloads,
    CrossReferenceStore references, AuditTrail audit, Amounts amounts, StepRunner steps)
{
    private const string Target = "sage-100.salesorder";

    /// <summary>The activity; answers with Sage's sales order number.</summary>
    [Function(nameof(CreateSageOrder))]
    public Task<StepResult<string>> Run([ActivityTrigger] Step<OrderForSageCustomer> step) =>
        steps.RunAsync(step, "create the order in Sage", async (input, notes) =>
        {
            var order = input.Order;
            sage.BeginTurn();
            var claim = await references.ClaimAsync(order.SalesOrderId, Target, step.RunId);
            if (claim.State == ClaimState.Done) return claim.Reference!.Id;
            var json = await payloads.GetAsync(order.Order);
            var canonical = CanonicalJson.Read<SalesOrder>(json);
            var body = await MapAsync(input, canonical, json, notes);
            var number = claim.Reference?.Number ?? await ReserveAsync(claim);
            var record = await writer.CreateAsync(
                "SO_SalesOrder", new Dictionary<string, string> { ["SalesOrderNo"] = number }, body, ExternalId(order));
            CheckTotal(canonical, record, number);
            await references.RecordAsync(order.SalesOrderId, Target, new Reference(number, number));
            await audit.AddAsync(step.RunId, "write sales order", $"{Target}/{number}", "written", notes.Mapping, notes.Fields);
            notes.Detail = $"Sales order {number}.";
            return notes.Key = number;
        });

    private async Task<ReadOnlyMemory<byte>> MapAsync(
        OrderForSageCustomer input, SalesOrder order, ReadOnlyMemory<byte> json, StepNotes notes)
    {
        var context = new MappingContext
        {
            Variables = new Dictionary<string, string>
            {
                ["externalId"] = ExternalId(input.Order),
                ["customerNo"] = input.CustomerNo,
                ["division"] = options.CustomerDivision,
                ["warehouse"] = options.Warehouse,
            },
            Lookups = new Dictionary<string, IReadOnlyDictionary<string, string>>
            {
                ["items"] = await items.ResolveAsync(order, CancellationToken.None),
            },
        };
        return mapper.Map("order-to-sage-salesorder", json, notes, context);
    }

    private async Task<string> ReserveAsync(Claim claim)
    {
        var number = await sage.NextNumberAsync("SO_SalesOrder", CancellationToken.None);
        await references.ReserveAsync(claim, number);
        return number;
    }

    private void CheckTotal(SalesOrder order, JsonElement record, string number)
    {
        decimal Amount(string column) => record.FindNumber(column) ?? 0m;
        var total = Amount("TaxableAmt") + Amount("NonTaxableAmt") + Amount("FreightAmt") + Amount("SalesTaxAmt") - Amount("DiscountAmt");
        if (amounts.Equal(total, new Money(order.Total, order.Currency))) return;
        throw new FailureException(new Failure(
            FailureClass.Conflict, "sage-100", "create the order", "total-differs",
            $"Sage computed {total} for order {number}; the order is {order.Total} {order.Currency} minor units.",
            "Look at the order's tax schedule and prices in Sage, correct it there, then resubmit.")
        {
            Field = "total",
        });
    }

    private static string ExternalId(OrderForSage order) => "zoho:" + order.SalesOrderId;
}
