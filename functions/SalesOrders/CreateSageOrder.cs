using System.Text.Json;
using Isthmus.Connectors.Sage100;
using Isthmus.Connectors.Sage100Soap;
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
    SageSurfaces surfaces, SageOptions options, SageItems items, PendingOrders pending, SageWriter writer, Mapper mapper, IPayloadStore payloads,
    CrossReferenceStore references, WrittenRecords records, Amounts amounts, StepRunner steps)
{
    private const string Target = "sage-100.salesorder";
    private const string Order = "SO_SalesOrder";

    /// <summary>The activity; answers with Sage's sales order number, and what is to be reviewed.</summary>
    [Function(nameof(CreateSageOrder))]
    public Task<StepResult<EnteredOrder>> Run([ActivityTrigger] Step<OrderForSageCustomer> step) =>
        steps.RunAsync(step, "create the order in Sage", async (input, notes) =>
        {
            var order = input.Order;
            surfaces.Writer(Order).BeginTurn();
            var claim = await references.ClaimAsync(order.SalesOrderId, Target, step.RunId);
            if (claim.State == ClaimState.Done) return new EnteredOrder(claim.Reference!.Id);
            var json = await payloads.GetAsync(order.Order);
            var canonical = CanonicalJson.Read<SalesOrder>(json);
            var made = await MapAsync(order, json, canonical, input.CustomerNo, notes);
            var number = claim.Reference?.Number ?? await ReserveAsync(claim);
            var record = await WriteAsync(number, made.Body, order, async refusal =>
            {
                made = await MapAsync(order, json, canonical, Instead(refusal, input.CustomerNo), notes);
                return made.Body;
            });
            CheckTotal(canonical, record, number);
            await records.AddAsync(step.RunId, "write sales order", order.SalesOrderId, Target, new Reference(number, number), notes);
            var entered = new EnteredOrder(notes.Key = number, made.Review ?? LeftOnHold(record));
            notes.Detail = entered.Review is null ? $"Sales order {number}." : $"Sales order {number}, entered as pending: {entered.Review}.";
            return entered;
        });

    /// <summary>What Sage has not on file although it was known is looked for again, once.</summary>
    private async Task<JsonElement> WriteAsync(
        string number, ReadOnlyMemory<byte> body, OrderForSage order, Func<Failure, Task<ReadOnlyMemory<byte>>> otherwise)
    {
        var key = new Dictionary<string, string> { ["SalesOrderNo"] = number };
        try
        {
            return await writer.CreateAsync(Order, key, body, ExternalId(order));
        }
        catch (FailureException refused) when (Stale(refused.Failure))
        {
            items.Forget();
            return await writer.CreateAsync(Order, key, await otherwise(refused.Failure), ExternalId(order));
        }
    }

    /// <summary>The agent says which line it is; eBusiness Web Services name the column alone.</summary>
    private static bool Stale(Failure refusal) => refusal.Class == FailureClass.ReferenceMissing
        && (refusal.Field is "CustomerNo" or "ItemCode" || refusal.Field?.EndsWith(".ItemCode", StringComparison.Ordinal) == true);

    private string Instead(Failure refusal, string customerNo) =>
        refusal.Field == "CustomerNo" && pending.StandIn(refusal) is { } standIn ? standIn : customerNo;

    /// <summary>An earlier try may have entered it as pending before it died.</summary>
    private static string? LeftOnHold(JsonElement record) =>
        record.FindText("Comment") == PendingOrders.Comment ? "see its comment line" : null;

    private async Task<(ReadOnlyMemory<byte> Body, string? Review)> MapAsync(
        OrderForSage order, ReadOnlyMemory<byte> json, SalesOrder canonical, string customerNo, StepNotes notes)
    {
        var matches = await items.FindAsync(canonical, CancellationToken.None);
        var entry = pending.Enter(canonical, customerNo, matches.Where(m => m.Value.Code is null).ToDictionary());
        var variables = new Dictionary<string, string>
        {
            ["externalId"] = ExternalId(order),
            ["customerNo"] = entry.CustomerNo,
            ["division"] = options.CustomerDivision,
            ["warehouse"] = options.Warehouse,
        };
        if (entry.Review is { } review)
        {
            variables["orderStatus"] = PendingOrders.Hold;
            variables["comment"] = PendingOrders.Comment;
            variables["review"] = $"Entered as pending: {review}";
        }
        var codes = matches.Where(m => m.Value.Code is not null).ToDictionary(m => m.Key, m => m.Value.Code!, StringComparer.Ordinal);
        var context = new MappingContext
        {
            Variables = variables,
            Lookups = new Dictionary<string, IReadOnlyDictionary<string, string>> { ["items"] = codes },
        };
        var source = entry.Review is null ? json : CanonicalJson.Write(entry.Order);
        return (mapper.Map("order-to-sage-salesorder", source, notes, context), entry.Review);
    }

    private async Task<string> ReserveAsync(Claim claim)
    {
        var number = await surfaces.Writer(Order).NextNumberAsync(Order, CancellationToken.None);
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
