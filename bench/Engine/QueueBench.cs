using System.Diagnostics;
using Azure.Storage.Queues;
using Isthmus.Bench.Measuring;
using Isthmus.Cli.Commands;
using Isthmus.Embedded.Hosting;
using Microsoft.Azure.Functions.Worker.Builder;

namespace Isthmus.Bench.Engine;

/// <summary>How many messages a second go through a queue trigger, each stored, delivered, done and removed?</summary>
internal static class QueueBench
{
    public static async Task RunAsync(string[] args)
    {
        var line = new CommandLine(args, ["--messages", "--runs"], []);
        var messages = line.Number("--messages", 100) ?? 20_000;
        using var home = new BenchHome();
        var report = new Report("queue", home.Path);
        await using var host = await EmbeddedHost.StartAsync(home.Path, builder =>
        {
            builder.ConfigureFunctionsWebApplication();
            builder.Properties[HostProperties.FunctionTypes] = new[] { typeof(CountedMessages) };
            builder.Configuration["AzureFunctionsJobHost:extensions:queues:batchSize"] = "32";
            builder.Configuration["Logging:LogLevel:Default"] = "Warning";
        });
        var queue = new QueueClient(
            $"IsthmusHome={home.Path}", CountedMessages.Queue, new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 });
        await queue.CreateIfNotExistsAsync();
        await OnceAsync(queue, messages / 10);
        var (use, rates) = (ProcessUse.OfThis, new List<double>());
        for (var run = 0; run < (line.Number("--runs", 1) ?? 5); run++) rates.Add(await OnceAsync(queue, messages));
        report.End(new
        {
            messages, runs = rates.Count, messagesPerSecond = Math.Round(Samples.Median(rates)),
            saturated = use.Share > 0.9 ? "the cores" : $"the disk ({use.Share:P0} of the cores used)",
        });
    }

    private static async Task<double> OnceAsync(QueueClient queue, int messages)
    {
        var done = CountedMessages.Expect(messages);
        var began = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(Enumerable.Range(0, messages), new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (n, stop) =>
            await queue.SendMessageAsync($"evt_{n}", stop));
        await done;
        return messages / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }
}
