using Isthmus.Core.CrossReferences;
using Isthmus.Core.Stock;
using Microsoft.Extensions.Options;

namespace Isthmus.Functions.Stock;

/// <summary>
/// Our own orders between two looks at Sage: what they take is not in the quantities that were read last. An order is noted when it
/// is accepted and forgotten when Sage was read after it had the order.
/// </summary>
public sealed class OwnSales(OwnSaleStore store, CrossReferenceStore references, IOptions<StockOptions> rules, TimeProvider time)
{
    /// <summary>Orders that never reach Sage, because they are cancelled or stay in Zoho, are forgotten after this long.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    /// <summary>Notes what an order takes, where somebody will ask.</summary>
    /// <param name="order">The order's key.</param>
    /// <param name="quantities">By the item's code in Sage.</param>
    public Task NoteAsync(string order, IReadOnlyDictionary<string, decimal> quantities) =>
        rules.Value is { Enabled: false, Overselling: "off" } ? Task.CompletedTask
            : store.AddAsync([.. quantities.Select(item => new OwnSale(item.Key, order, item.Value, time.GetUtcNow()))]);

    /// <summary>Those that Sage has by now.</summary>
    public async Task<IReadOnlyList<OwnSale>> BookedAsync(CancellationToken cancellation)
    {
        var booked = new List<OwnSale>();
        foreach (var order in (await store.AllAsync(cancellation)).GroupBy(sale => sale.Order))
        {
            if (order.All(sale => time.GetUtcNow() - sale.At > Patience) || await IsBookedAsync(order.Key, cancellation)) booked.AddRange(order);
        }
        return booked;
    }

    /// <summary>Forgets them, when Sage has been read since.</summary>
    public Task ForgetAsync(IReadOnlyList<OwnSale> booked, CancellationToken cancellation) => store.RemoveAsync(booked, cancellation);

    private async Task<bool> IsBookedAsync(string order, CancellationToken cancellation) =>
        await references.FindAsync(order, "zoho-inventory.salesorder", cancellation) is { } inZoho
        && await references.FindAsync(inZoho.Id, "sage-100.salesorder", cancellation) is not null;
}
