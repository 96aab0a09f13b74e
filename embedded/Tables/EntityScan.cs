using Isthmus.Embedded.Storage;
using Isthmus.Embedded.Storage.Sqlite;
using Isthmus.Embedded.Tables.Entities;
using Isthmus.Embedded.Tables.Filters;

namespace Isthmus.Embedded.Tables;

/// <summary>
/// Walks a table in order of its keys, within the range that the filter leaves. Like the service it gives up a page after so many
/// rows, found or not: a page may be short, or empty, and still have another behind it.
/// </summary>
internal static class EntityScan
{
    private const int RowsAPage = 10_000;

    /// <summary>
    /// A blob sorts after every text. With it a range always has an end that the index knows: a query that finds little walks its
    /// range and no further, however much lies behind.
    /// </summary>
    private static readonly byte[] NoEnd = [0];

    private const string Columns = "SELECT partition, row, stamp, properties FROM azure_entities WHERE \"table\" = $1";

    public static EntityPage Page(StoreSession session, long table, Filter? filter, EntityPosition? from, int most)
    {
        var found = new List<StoredEntity>();
        EntityPosition? next = null;
        var seen = 0;
        Walk(session, table, KeyRange.Of(filter), from, row =>
        {
            if (found.Count == most || seen++ == RowsAPage)
            {
                next = new(row.GetString(0), row.GetString(1));
                return false;
            }
            var entity = EntityRows.Read(row);
            if (filter is null || filter.Accepts(entity)) found.Add(entity);
            return true;
        });
        return new(found, next);
    }

    private static void Walk(
        StoreSession session, long table, KeyRange range, EntityPosition? from, Func<StoreRow, bool> visit)
    {
        if (range.Partition is { } partition)
        {
            var row = Later(range.FromRow, from?.Row ?? "");
            session.Each($"{Columns} AND partition = $2 AND row BETWEEN $3 AND $4 ORDER BY row", visit,
                table, partition, row, End(range.ToRow));
            return;
        }
        var start = from ?? new EntityPosition(range.FromPartition, "");
        session.Each($"{Columns} AND (partition, row) >= ($2, $3) AND partition <= $4 ORDER BY partition, row", visit,
            table, start.Partition, start.Row, End(range.ToPartition));
    }

    private static StoreValue End(string? key) => key is null ? NoEnd : key;

    private static string Later(string left, string right) => KeyOrder.Compare(left, right) >= 0 ? left : right;
}
