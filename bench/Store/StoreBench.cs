using System.Diagnostics;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using Isthmus.Embedded.Queues;
using Isthmus.Embedded.Storage;

namespace Isthmus.Bench;

/// <summary>
/// Durable writes a second by the number of callers, and whether a step on a queue or a table costs more as it grows.
/// </summary>
internal static class StoreBench
{
    private static readonly TimeSpan Span = TimeSpan.FromSeconds(2);

    public static async Task RunAsync(string[] args)
    {
        var home = Directory.CreateTempSubdirectory("isthmus-bench-").FullName;
        try
        {
            await using var store = EmbeddedStore.Open(home);
            var table = new TableClient($"IsthmusHome={home}", "Bench");
            await table.CreateAsync();
            var queues = QueueStore.Of(store);
            await queues.CreateAsync("bench");
            var result = new Dictionary<string, object>
            {
                ["upsertsPerSecond"] = await ByCallersAsync(n => table.UpsertEntityAsync(Entity(n))),
                ["queueStepsPerSecond"] = await ByCallersAsync(_ => StepAsync(queues)),
            };
            foreach (var size in (int[])[0, 10_000, 100_000])
            {
                await GrowAsync(table, queues, size);
                result[$"at{size}"] = await CostAsync(table, queues);
            }
            Console.WriteLine(JsonSerializer.Serialize(result));
        }
        finally
        {
            Directory.Delete(home, recursive: true);
        }
    }

    private static TableEntity Entity(int number) =>
        new("bench", $"{number:D9}") { ["Text"] = new string('x', 400), ["Amount"] = 1299L, ["Open"] = true };

    private static async Task StepAsync(QueueStore queues)
    {
        await queues.SendAsync("bench", "{\"id\":\"evt_1\"}");
        var taken = await queues.ReceiveAsync("bench", 1, TimeSpan.FromMinutes(1));
        foreach (var message in taken) await queues.DeleteMessageAsync("bench", message.Id, message.PopReceipt);
    }

    private static async Task<Dictionary<string, int>> ByCallersAsync(Func<int, Task> work)
    {
        var rates = new Dictionary<string, int>();
        foreach (var callers in (int[])[1, 16, 256])
        {
            var (done, clock) = (0, Stopwatch.StartNew());
            await Task.WhenAll(Enumerable.Range(0, callers).Select(async _ =>
            {
                while (clock.Elapsed < Span) await work(Interlocked.Increment(ref done));
            }));
            rates[$"{callers}"] = (int)(done / clock.Elapsed.TotalSeconds);
        }
        return rates;
    }

    private static async Task GrowAsync(TableClient table, QueueStore queues, int size)
    {
        for (var number = 0; number < size; number += 500)
        {
            var first = number;
            var entities = Enumerable.Range(0, 5).Select(batch => table.SubmitTransactionAsync(Upserts(first + (batch * 100))));
            var messages = Enumerable.Range(0, 500).Select(_ => queues.SendAsync("bench", "{}", TimeSpan.FromDays(1)));
            await Task.WhenAll([.. entities, .. messages]);
        }
    }

    private static IEnumerable<TableTransactionAction> Upserts(int first) =>
        Enumerable.Range(first, 100).Select(i => new TableTransactionAction(TableTransactionActionType.UpsertReplace, Entity(i)));

    private static Page<TableEntity> Range(TableClient table, int first) =>
        table.Query<TableEntity>($"PartitionKey eq 'bench' and RowKey ge '{first:D9}'", maxPerPage: 20).AsPages().First();

    /// <summary>Microseconds for each operation, one caller, 500 times.</summary>
    private static async Task<Dictionary<string, double>> CostAsync(TableClient table, QueueStore queues) => new()
    {
        ["upsert"] = await TimeAsync(i => table.UpsertEntityAsync(Entity(i * 7))),
        ["get"] = await TimeAsync(i => table.GetEntityIfExistsAsync<TableEntity>("bench", $"{i * 7:D9}")),
        ["range"] = await TimeAsync(i => Task.FromResult(Range(table, i))),
        ["sendReceiveDelete"] = await TimeAsync(_ => StepAsync(queues)),
        ["nextVisible"] = await TimeAsync(_ => Task.FromResult(queues.NextVisible("bench"))),
    };

    private static async Task<double> TimeAsync(Func<int, Task> work)
    {
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < 500; i++) await work(i);
        return Math.Round(clock.Elapsed.TotalMicroseconds / 500, 1);
    }
}
