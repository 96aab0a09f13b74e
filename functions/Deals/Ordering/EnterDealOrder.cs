using System.Text.Json;
using Isthmus.Connectors.Sage300;
using Isthmus.Core.Audit;
using Isthmus.Core.Canonical;
using Isthmus.Core.CrossReferences;
using Isthmus.Core.Deals;
using Isthmus.Core.Failures;
using Isthmus.Core.Payloads;
using Isthmus.Functions.Mapping;
using Isthmus.Functions.Steps;
using Microsoft.Azure.Functions.Worker;

namespace Isthmus.Functions.Deals.Ordering;

/// <summary>
/// Enters the order of a winning in Sage 300, once. The deal shows its number before it is entered, so that people and a later
/// try know what to look for.
/// </summary>
public sealed class EnterDealOrder(
    Sage300Client sage, BooksOrders orders, DealOrderBody bodies, DealStore store, DealView view, Amounts amounts,
    IPayloadStore payloads,
    CrossReferenceStore references, AuditTrail audit, StepRunner steps)
{
    private const string Target = "sage-300.order";

    /// <summary>The activity; answers with the order, and what is to be reviewed.</summary>
    [Function(nameof(EnterDealOrder))]
    public Task<StepResult<EnteredDeal>> Run([ActivityTrigger] Step<DealOfCustomer> step) =>
        steps.RunAsync(step, "enter the order", async (input, notes) =>
        {
            var (deal, number) = (input.Deal, orders.NumberOf(input.Deal.DealId, input.Deal.Winning));
            sage.BeginTurn();
            var key = $"deal|{deal.DealId}|{deal.Winning}";
            var claim = await references.ClaimAsync(key, Target, step.RunId);
            if (claim.State == ClaimState.Taken) throw DealRefusals.BeingEntered();
            var wanted = CanonicalJson.Read<SalesOrder>(await payloads.GetAsync(deal.Order));
            var entered = claim.State switch
            {
                ClaimState.First => null,
                ClaimState.Repeat => await FoundAsync(number, deal.DealId),
                _ => await orders.AgainAsync(claim.Reference!.Id, CancellationToken.None) ?? throw DealRefusals.OrderGone(number),
            };
            var record = entered ?? await EnterAsync(input, number, wanted, step.RunId, notes);
            var order = orders.Read(record, deal.DealId, deal.Winning, deal.Mark);
            await references.RecordAsync(key, Target, new Reference(order.Key, order.Number));
            await orders.KeepAsync(await store.FindAsync(deal.DealId), order);
            notes.Detail = $"Order {order.Number}.";
            notes.Key = order.Number;
            return new EnteredDeal(order, Review(order, input.Customer, wanted, record));
        });

    private async Task<JsonElement?> FoundAsync(string number, string dealId) =>
        await orders.FindAsync(number, CancellationToken.None) is { } order ? BooksOrders.Own(order, number, dealId) : null;

    private async Task<JsonElement> EnterAsync(DealOfCustomer input, string number, SalesOrder wanted, string runId,
        StepNotes notes)
    {
        var deal = input.Deal;
        var body = await bodies.MapAsync(wanted, number, input.Customer, notes);
        var (mapping, fields) = (notes.Mapping, notes.Fields);
        await store.SaveAsync(await store.FindAsync(deal.DealId) with { Tried = deal.Winning });
        await view.AnnounceAsync(deal.DealId, number, input.Customer, notes);
        var record = await orders.EnterAsync(number, deal.DealId, body);
        (notes.Mapping, notes.Fields) = (mapping, fields);
        await audit.AddAsync(runId, "write order", $"{Target}/{number}", "written", mapping, fields);
        return record;
    }

    /// <summary>An order that is entered cannot be changed through the Web API: what differs is a person's to correct.</summary>
    private Failure? Review(DealOrder order, string customer, SalesOrder wanted, JsonElement record)
    {
        if (order.Customer != customer) return DealReviews.OtherCustomer(order, customer);
        if (!record.TryGetProperty("OrderDetails", out var lines) || lines.ValueKind != JsonValueKind.Array) return null;
        var found = lines.EnumerateArray().Sum(line => line.FindNumber("ExtendedAmount") ?? 0);
        var expected = amounts.Decimal(new Money(wanted.Total, wanted.Currency));
        return found == expected ? null : DealReviews.OtherAmount(order, expected, found);
    }
}
