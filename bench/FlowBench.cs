using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Isthmus.Bench;

/// <summary>
/// How many orders a second flow from a paid Stripe checkout to Sage, with the app and the full sandbox on this machine?
/// </summary>
internal static class FlowBench
{
    private const int Runs = 3;

    /// <summary>
    /// Plays the orders through <c>./run replay</c>, which proves every run, and prints the median as one JSON line.
    /// </summary>
    public static async Task RunAsync(string[] args)
    {
        var orders = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 2000;
        var file = Path.GetTempFileName();
        await File.WriteAllLinesAsync(file, Lines(orders));
        var rates = new List<double>();
        JsonElement last = default;
        for (var run = 0; run < Runs; run++)
        {
            last = await ReplayAsync(file);
            rates.Add(last.GetProperty("ordersPerSecond").GetDouble());
        }
        File.Delete(file);
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            bench = "flow",
            orders,
            runs = Runs,
            machine = $"{RuntimeInformation.OSDescription}, {Environment.ProcessorCount} x {RuntimeInformation.ProcessArchitecture}",
            ordersPerSecond = rates.Order().ElementAt(Runs / 2),
            callsPerOrder = last.GetProperty("callsPerOrder"),
            lost = last.GetProperty("lost"),
            doubled = last.GetProperty("doubled"),
        }));
    }

    /// <summary>Orders of one to four lines by 800 customers out of 500 articles, the same in every run.</summary>
    private static IEnumerable<string> Lines(int orders)
    {
        var chance = new Xorshift(2026);
        yield return "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country";
        for (var order = 0; order < orders; order++)
        {
            var customer = 12_000 + chance.Below(800);
            for (var line = 0; line <= chance.Below(4); line++)
            {
                var price = (50 + chance.Below(1950)) / 100m;
                yield return string.Create(CultureInfo.InvariantCulture,
                    $"{700_000 + order},{20_000 + chance.Below(500)},ITEM,{1 + chance.Below(9)},2010-12-01 08:26:00,{price},{customer},France");
            }
        }
    }

    private static async Task<JsonElement> ReplayAsync(string file)
    {
        var start = new ProcessStartInfo(Path.Combine(Root(), "run"), ["replay", file, "--json"]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var json = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? JsonDocument.Parse(json).RootElement
            : throw new InvalidOperationException($"The replay's proof did not hold: {json}");
    }

    private static string Root() => Environment.GetEnvironmentVariable("ISTHMUS_ROOT") ?? Directory.GetCurrentDirectory();

    /// <summary>A small seeded source, so that every run plays the same orders.</summary>
    private sealed class Xorshift(uint state)
    {
        public int Below(int limit)
        {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            return (int)(state % (uint)limit);
        }
    }
}
