using System.Diagnostics;
using Azure;
using Azure.Data.Tables;
using Isthmus.Bench.Measuring;
using Isthmus.Cli.Commands;
using Isthmus.Embedded.Storage;

namespace Isthmus.Bench.Engine;

/// <summary>
/// How many operations a second does a table of 100,000 entities take: point read, insert, merge, batch of 100, filtered query?
/// </summary>
internal static class TableBench
{
    private const int Rows = 100_000;
    private static readonly TimeSpan Span = TimeSpan.FromSeconds(2);

    private static int last;

    public static async Task RunAsync(string[] args)
    {
        var line = new CommandLine(args, ["--callers", "--runs"], []);
        var (callers, runs) = (line.Number("--callers", 1) ?? 64, line.Number("--runs", 1) ?? 3);
        using var home = new BenchHome();
        var report = new Report("table", home.Path);
        await using var store = EmbeddedStore.Open(home.Path);
        var table = new TableClient($"IsthmusHome={home.Path}", "Bench");
        await table.CreateAsync();
        for (var row = 0; row < Rows; row += 100) await BatchAsync(table, row);
        last = Rows;
        var use = ProcessUse.OfThis;
        var operations = new Dictionary<string, Func<int, Task>>
        {
            ["pointReads"] = n => table.GetEntityAsync<TableEntity>("bench", Row(n * 7919L % Rows)),
            ["inserts"] = _ => table.AddEntityAsync(Entity(Interlocked.Increment(ref last))),
            ["merges"] = n => table.UpdateEntityAsync(
                new TableEntity("bench", Row(n * 7919L % Rows)) { ["Open"] = false }, ETag.All, TableUpdateMode.Merge),
            ["batchesOf100"] = _ => BatchAsync(table, Interlocked.Add(ref last, 100) - 99),
            ["filteredQueriesOf20"] = n => QueryAsync(table, n * 7919L % Rows),
        };
        var rates = new Dictionary<string, double>();
        foreach (var (name, operation) in operations)
        {
            var measured = new List<double>();
            for (var run = 0; run < runs; run++) measured.Add(await RateAsync(callers, operation));
            rates[name] = Math.Round(Samples.Median(measured));
        }
        report.End(new
        {
            rows = Rows, callers, runs, perSecond = rates,
            saturated = $"{use.Share:P0} of the cores used over all; writes wait for the disk, reads for the cores",
        });
    }

    private static async Task<double> RateAsync(int callers, Func<int, Task> operation)
    {
        var (done, began) = (0, Stopwatch.GetTimestamp());
        await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
        {
            while (Stopwatch.GetElapsedTime(began) < Span) await operation(Interlocked.Increment(ref done));
        })));
        return done / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private static async Task BatchAsync(TableClient table, int first) => await table.SubmitTransactionAsync(
        Enumerable.Range(first, 100).Select(n => new TableTransactionAction(TableTransactionActionType.UpsertReplace, Entity(n))));

    private static async Task QueryAsync(TableClient table, long from)
    {
        var filter = $"PartitionKey eq 'bench' and RowKey ge '{Row(from)}' and Amount gt 0";
        await foreach (var page in table.QueryAsync<TableEntity>(filter, maxPerPage: 20).AsPages())
        {
            if (page.Values.Count > 0) break;
        }
    }

    private static string Row(long number) => $"{number:D9}";

    private static TableEntity Entity(int number) =>
        new("bench", Row(number)) { ["Text"] = new string('x', 400), ["Amount"] = 1299L, ["Open"] = true };
}
