using Isthmus.Embedded.Storage;

namespace Isthmus.Bench.Retention;

/// <summary>How large the store is.</summary>
/// <param name="FileMb">The file.</param>
/// <param name="FreeMb">What of it is free for new rows.</param>
/// <param name="LogMb">The longest write-ahead log since the last look.</param>
/// <param name="Rows">Rows by table.</param>
internal sealed record YearSizes(long FileMb, long FreeMb, long LogMb, IReadOnlyDictionary<string, long> Rows)
{
    private const long Mb = 1024 * 1024;

    public static YearSizes Of(EmbeddedStore store, long longestLog) => store.Read(session =>
    {
        long Number(string sql) => Convert.ToInt64(session.Scalar(sql));
        var rows = session.Query(
            "SELECT name, (SELECT count(*) FROM azure_entities WHERE \"table\" = id) FROM azure_tables ORDER BY name",
            row => KeyValuePair.Create(row.GetString(0), row.GetInt64(1))).ToDictionary();
        rows["instances"] = Number("SELECT count(*) FROM durable_instances");
        rows["history"] = Number("SELECT count(*) FROM durable_history");
        var page = Number("PRAGMA page_size");
        return new YearSizes(Number("PRAGMA page_count") * page / Mb, Number("PRAGMA freelist_count") * page / Mb, longestLog / Mb, rows);
    });
}
