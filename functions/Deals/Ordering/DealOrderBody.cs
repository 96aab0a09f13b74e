using Isthmus.Core.Canonical;
using Isthmus.Core.Mapping;
using Isthmus.Functions.Mapping;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.Deals.Ordering;

/// <summary>Makes the body of an order for Sage 300.</summary>
public sealed class DealOrderBody(BooksItems items, Mapper mapper, DealRules rules)
{
    /// <summary>The body; its members are in the order in which Sage enters them.</summary>
    /// <param name="order">The canonical order.</param>
    /// <param name="number">The order's number.</param>
    /// <param name="customer">The customer's code.</param>
    /// <param name="notes">The step's notes.</param>
    /// <exception cref="Core.Failures.FailureException">An item is missing, or a value does not fit.</exception>
    public async Task<ReadOnlyMemory<byte>> MapAsync(SalesOrder order, string number, string customer, StepNotes notes)
    {
        var skus = order.Lines.Where(line => line is { Kind: ItemKind.Goods, Sku: not null }).Select(line => line.Sku!);
        var context = new MappingContext
        {
            Variables = BooksCustomers.Given(
                ("orderNumber", number), ("customer", customer), ("reference", BooksOrders.ReferenceOf(order.Key)),
                ("externalId", order.Key),
                ("optionalField", rules.Options.OptionalField), ("location", rules.Options.Location),
                ("taxGroup", rules.Options.TaxGroup),
                ("charge", rules.Options.AdjustmentCharge)),
            Lookups = new Dictionary<string, IReadOnlyDictionary<string, string>>
            {
                ["items"] = await items.FindAsync(skus, CancellationToken.None),
            },
        };
        return mapper.Map("order-to-sage-300-order", CanonicalJson.Write(order), notes, context);
    }
}
