using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;
using Isthmus.Core.Mapping;

namespace Isthmus.Bench;

/// <summary>Documents a second and bytes allocated a document, on one core, for a typical order of five lines.</summary>
internal static class MappingBench
{
    private const int Runs = 7;

    public static Task RunAsync(string[] args)
    {
        var folder = args.Length > 0 ? args[0] : Find("mappings");
        var catalog = MappingCatalog.Load(folder);
        var stripe = BenchOrders.Stripe(lines: 5);
        var order = JsonDocument.Parse(catalog.Get("stripe-order").Apply(stripe, MappingContext.Empty).Output).RootElement;
        var results = new[]
        {
            Measure(catalog.Get("stripe-order"), stripe, MappingContext.Empty),
            Measure(catalog.Get("order-to-zoho-salesorder"), order, BenchOrders.Zoho),
            Measure(catalog.Get("order-to-sage-salesorder"), order, BenchOrders.Sage),
        };
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            bench = "mapping",
            lines = 5,
            runs = Runs,
            machine = $"{RuntimeInformation.OSDescription}, {Environment.ProcessorCount} x {RuntimeInformation.OSArchitecture}",
            runtime = RuntimeInformation.FrameworkDescription,
            results,
        }));
        return Task.CompletedTask;
    }

    private static object Measure(Mapping mapping, JsonElement source, MappingContext context)
    {
        var result = mapping.Apply(source, context);
        if (!result.Ok)
            throw new InvalidOperationException(string.Join('\n', result.Problems));
        Run(mapping, source, context, TimeSpan.FromSeconds(1));
        var runs = Enumerable.Range(0, Runs).Select(_ => Run(mapping, source, context, TimeSpan.FromMilliseconds(500))).ToArray();
        return new
        {
            mapping = mapping.Name,
            documentsPerSecond = (long)Median(runs.Select(run => run.PerSecond)),
            documentsPerCpuSecond = (long)Median(runs.Select(run => run.PerCpuSecond)),
            bytesPerDocument = (long)Median(runs.Select(run => run.Bytes)),
            outputBytes = result.Output.Length,
        };
    }

    private static (double PerSecond, double PerCpuSecond, double Bytes) Run(Mapping mapping, JsonElement source,
        MappingContext context, TimeSpan time)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var cpu = Environment.CpuUsage.TotalTime;
        var clock = Stopwatch.StartNew();
        var count = 0;
        do
        {
            for (var i = 0; i < 100; i++)
                mapping.Apply(source, context);
            count += 100;
        }
        while (clock.Elapsed < time);
        var spent = Environment.CpuUsage.TotalTime - cpu;
        return (count / clock.Elapsed.TotalSeconds, count / spent.TotalSeconds,
            (GC.GetAllocatedBytesForCurrentThread() - before) / (double)count);
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Runs / 2);

    private static string Find(string name)
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (Directory.Exists(Path.Combine(folder, name)) && File.Exists(Path.Combine(folder, "FunctionApp.sln")))
                return Path.Combine(folder, name);
        }
        throw new DirectoryNotFoundException($"No folder '{name}' above {AppContext.BaseDirectory}; give its path.");
    }
}
