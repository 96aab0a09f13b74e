using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Isthmus.Core.Tables;

namespace Isthmus.Core.Stock;

/// <summary>Quantities that our own orders take and that the books may not show yet.</summary>
public sealed class OwnSaleStore(IsthmusTables tables)
{
    private const string Partition = "sold";

    /// <summary>Notes what an order takes; noting it again changes nothing but its time.</summary>
    public async Task AddAsync(IReadOnlyList<OwnSale> sales, CancellationToken cancellation = default)
    {
        foreach (var chunk in sales.DistinctBy(sale => sale.Key).Chunk(StockStore.RowsATransaction))
            await tables.Stock.SubmitTransactionAsync(
                chunk.Select(sale => new TableTransactionAction(TableTransactionActionType.UpsertReplace, Write(sale))), cancellation);
    }

    /// <summary>What orders take of an item, but for one order.</summary>
    public async Task<decimal> OfItemAsync(string item, string exceptOrder, CancellationToken cancellation = default)
    {
        var (from, to) = ($"{TableKey.Escape(item)}|", $"{TableKey.Escape(item)}}}");
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and RowKey ge {from} and RowKey lt {to}");
        return await SelectAsync(filter, cancellation).Where(sale => sale.Order != exceptOrder)
            .Select(sale => sale.Quantity).SumAsync(cancellation);
    }

    /// <summary>All of them.</summary>
    public async Task<IReadOnlyList<OwnSale>> AllAsync(CancellationToken cancellation = default) =>
        await SelectAsync(TableClient.CreateQueryFilter($"PartitionKey eq {Partition}"), cancellation).ToListAsync(cancellation);

    /// <summary>Forgets what the books show.</summary>
    public async Task RemoveAsync(IEnumerable<OwnSale> sales, CancellationToken cancellation = default)
    {
        foreach (var sale in sales) await tables.Stock.DeleteEntityAsync(Partition, sale.Key, ETag.All, cancellation);
    }

    private IAsyncEnumerable<OwnSale> SelectAsync(string filter, CancellationToken cancellation) =>
        tables.Stock.QueryAsync<TableEntity>(filter, cancellationToken: cancellation).Select(Read);

    private static TableEntity Write(OwnSale sale) => new(Partition, sale.Key)
    {
        ["Item"] = sale.Item,
        ["Order"] = sale.Order,
        ["Quantity"] = sale.Quantity.ToString(CultureInfo.InvariantCulture),
        ["At"] = sale.At,
    };

    private static OwnSale Read(TableEntity row) => new(
        row.GetString("Item"), row.GetString("Order"), decimal.Parse(row.GetString("Quantity"), CultureInfo.InvariantCulture),
        row.GetDateTimeOffset("At")!.Value);
}
