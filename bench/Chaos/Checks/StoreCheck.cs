using Azure.Data.Tables;
using Isthmus.Embedded.Storage;

namespace Isthmus.Bench.Chaos.Checks;

/// <summary>Opens the state of an app that is dead and quiet, and looks for what it left behind.</summary>
internal static class StoreCheck
{
    public static async Task<IReadOnlyList<string>> RunAsync(string home, CancellationToken cancel)
    {
        await using var store = EmbeddedStore.Open(home);
        var findings = new List<string>();
        var integrity = (string)store.Read(session => session.Scalar("PRAGMA integrity_check"))!;
        if (integrity != "ok") findings.Add($"The store is damaged: {integrity}");
        findings.AddRange(Leftovers(store));
        var references = new TableClient("IsthmusHome=" + home, "crossreferences");
        await foreach (var claim in references.QueryAsync<TableEntity>("State eq 'claimed'", cancellationToken: cancel))
            findings.Add($"A claim without a record: {claim.RowKey} of {claim.PartitionKey}, by {claim.GetString("Owner")}");
        return findings;
    }

    private static IEnumerable<string> Leftovers(EmbeddedStore store)
    {
        (string What, string Sql)[] questions =
        [
            ("orchestrations that failed", "SELECT instance_id || ': ' || coalesce(failure, '') FROM durable_instances WHERE status = 3"),
            ("activities of no open orchestration", OfNoOpen("durable_activities")),
            ("timers of no open orchestration", OfNoOpen("durable_timers")),
            ("messages to no open orchestration", OfNoOpen("durable_inbox")),
            ("entries of no orchestration's history",
                "SELECT DISTINCT id >> 24 FROM durable_history WHERE id >> 24 NOT IN (SELECT execution FROM durable_instances)"),
        ];
        foreach (var (what, sql) in questions)
        {
            var found = store.Read(session => session.Query(sql, row => $"{row.GetValue(0)}"));
            if (found.Count > 0) yield return $"{found.Count} {what}: {string.Join("; ", found.Take(5))}";
        }
    }

    private static string OfNoOpen(string table) =>
        $"SELECT instance_id FROM {table} WHERE instance_id NOT IN (SELECT instance_id FROM durable_instances WHERE completed IS NULL)";
}
