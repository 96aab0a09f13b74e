using Azure.Data.Tables;
using Isthmus.Core.Audit;
using Isthmus.Core.Runs;
using Isthmus.Core.Tables;
using Isthmus.Embedded.Storage;
using Isthmus.Embedded.Tables;

namespace Isthmus.Bench.Retention;

/// <summary>
/// Writes the rows that a day's orders leave, many orders in a transaction: the flow's own speed is another benchmark's question.
/// </summary>
internal sealed class YearDay(EmbeddedStore store, IsthmusTables tables)
{
    public const string Cash = "order-to-cash";
    public const string Sage = "sales-order-to-sage";
    private const int OrdersATransaction = 100;
    private readonly EntityClock clock = new(store);
    private readonly Dictionary<string, long> ids = [];
    private (string Month, long Sequence, string Hash) head = ("", 0, "");
    private int done;
    private int held;

    /// <summary>Orders from <paramref name="first"/> on, spread over the day that begins at <paramref name="day"/>.</summary>
    public async Task WriteAsync(int first, int count, DateTimeOffset day)
    {
        var pause = TimeSpan.FromDays(1) / count;
        foreach (var chunk in Enumerable.Range(0, count).Chunk(OrdersATransaction))
        {
            var orders = chunk.Select(n => new YearOrder(first + n, day + (pause * n))).ToList();
            var rows = orders.AsParallel().AsOrdered().SelectMany(order => order.Rows(tables))
                .Select(row => (row.Table.Name, Change: EntityChange.Of(TableTransactionActionType.UpsertReplace, row.Row, default))).ToList();
            rows.AddRange(Chain(orders.SelectMany(order => order.Audit())).Concat(Counts(orders))
                .Select(row => (row.Table.Name, EntityChange.Of(TableTransactionActionType.UpsertReplace, row.Row, default))));
            await store.WriteAsync(session =>
            {
                foreach (var (table, change) in rows) new EntityRows(session, Id(session, table), clock).Apply(change);
                foreach (var order in orders) YearHistory.Write(session, order);
                return rows.Count;
            });
        }
    }

    private List<(TableClient Table, TableEntity Row)> Chain(IEnumerable<AuditEntry> entries)
    {
        var rows = new List<(TableClient, TableEntity)>();
        foreach (var entry in entries)
        {
            var month = AuditRows.Month(entry.At);
            if (month != head.Month) head = (month, 0, head.Hash);
            var chained = AuditHash.Chain(entry, head.Sequence + 1, head.Hash);
            head = (month, chained.Sequence, chained.Hash);
            rows.Add((tables.Audit, AuditRows.Write(chained)));
        }
        rows.Add((tables.Audit, new TableEntity(head.Month, AuditRows.Head) { ["Sequence"] = head.Sequence, ["Hash"] = head.Hash }));
        return rows;
    }

    private IEnumerable<(TableClient Table, TableEntity Row)> Counts(List<YearOrder> orders)
    {
        held += orders.Count(order => order.Held);
        done += orders.Count(order => !order.Held);
        return new[] { Cash, Sage }.Select(flow => (tables.RunIndex, new TableEntity(flow, CountRow.Row)
        {
            ["Received"] = done + held, [nameof(RunState.Done)] = done, [nameof(RunState.Held)] = held,
        }));
    }

    private long Id(StoreSession session, string table) =>
        ids.TryGetValue(table, out var id) ? id : ids[table] = EntityRows.FindTable(session, table)!.Value;
}
