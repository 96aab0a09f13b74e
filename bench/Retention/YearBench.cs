using System.Diagnostics;
using System.Text.Json;

namespace Isthmus.Bench.Retention;

/// <summary>
/// A year of orders with the purge at work every day: what the store weighs at the end of each month, what questions and writes
/// cost then, and what the purge costs a record. Says <c>./run bench year [--months 12] [--orders-a-month 50000]</c>.
/// </summary>
internal static class YearBench
{
    private static readonly DateTimeOffset Start = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static async Task RunAsync(string[] args)
    {
        var options = YearOptions.Parse(args);
        var home = Directory.CreateTempSubdirectory("isthmus-bench-").FullName;
        try
        {
            var clock = new YearClock(Start);
            await using var year = new YearStore(home, clock, options.Keep);
            await year.StartAsync();
            var day = new YearDay(year.Store, year.Tables);
            var queries = new YearQueries(year);
            var months = new List<object>();
            for (var month = 1; month <= options.Months; month++)
            {
                var written = await MonthAsync(options, clock, year, day, month - 1, home);
                var sizes = YearSizes.Of(year.Store, written.LongestLog);
                var took = await queries.TimeAsync(month * options.OrdersADay * YearOptions.DaysAMonth, clock.Now);
                Show(month, written, sizes, took);
                months.Add(new { month, written.Seconds, written.Purged, written.PurgeMicroseconds, sizes, took });
            }
            var counts = await year.Runs.CountAsync(YearDay.Cash);
            Console.WriteLine(JsonSerializer.Serialize(new
            {
                bench = "year", options.OrdersAMonth, keep = options.Keep, processors = Environment.ProcessorCount,
                balanced = counts.Balanced, months,
            }));
        }
        finally
        {
            Directory.Delete(home, recursive: true);
        }
    }

    private static async Task<MonthWritten> MonthAsync(YearOptions options, YearClock clock, YearStore year, YearDay day, int month, string home)
    {
        var (watch, log, purged, purging) = (Stopwatch.StartNew(), 0L, 0, TimeSpan.Zero);
        for (var n = 0; n < YearOptions.DaysAMonth; n++)
        {
            var today = (month * YearOptions.DaysAMonth) + n;
            await day.WriteAsync(today * options.OrdersADay, options.OrdersADay, Start.AddDays(today));
            clock.Now = Start.AddDays(today + 1);
            var (removed, took) = await year.PurgeAsync();
            purged += removed;
            purging += took;
            log = Math.Max(log, new FileInfo(Path.Combine(home, "state.db-wal")).Length);
        }
        return new MonthWritten(
            Math.Round(watch.Elapsed.TotalSeconds, 1), purged, purged == 0 ? 0 : Math.Round(purging.TotalMicroseconds / purged, 1), log);
    }

    private static void Show(int month, MonthWritten written, YearSizes sizes, Dictionary<string, Took> took)
    {
        Console.WriteLine(
            $"month {month,2}: file {sizes.FileMb} MB ({sizes.FreeMb} free), log {sizes.LogMb} MB; purged {written.Purged} at " +
            $"{written.PurgeMicroseconds} us; written and purged in {written.Seconds} s");
        Console.WriteLine("  rows: " + string.Join(", ", sizes.Rows.Select(table => $"{table.Key} {table.Value}")));
        Console.WriteLine("  ms p50/p99: " + string.Join(", ", took.Select(ask => $"{ask.Key} {ask.Value.P50}/{ask.Value.P99}")));
    }

    private sealed record MonthWritten(double Seconds, int Purged, double PurgeMicroseconds, long LongestLog);
}
