using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Isthmus.Fuzz;

/// <summary>
/// Does anything that comes from outside, however malformed, make an error of our own, a slow answer or a leak?
/// <c>./run bench fuzz [--inputs 1000000] [--seed N] [--target NAME] [--only NUMBER]</c>
/// </summary>
public static class FuzzBench
{
    /// <summary>Tries the inputs, prints what is wrong and one JSON line; the exit code is 1 when something is.</summary>
    public static async Task RunAsync(string[] args)
    {
        var options = FuzzOptions.Read(args);
        var reports = await RunAsync(options, Console.Error.WriteLine);
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            bench = "fuzz",
            machine = $"{RuntimeInformation.OSDescription}, {Environment.ProcessorCount} x {RuntimeInformation.ProcessArchitecture}",
            seed = options.Seed,
            inputs = reports.Values.Sum(report => report.Inputs),
            wrong = reports.Values.Sum(report => report.Wrong),
            slowestMs = Math.Round(reports.Values.Max(report => (double?)report.SlowestMs) ?? 0, 1),
            seconds = Math.Round(reports.Values.Sum(report => report.Seconds), 1),
            targets = reports.ToDictionary(report => report.Key, report => new
            {
                report.Value.Inputs,
                perSecond = (long)(report.Value.Inputs / report.Value.Seconds),
                slowestMs = Math.Round(report.Value.SlowestMs, 1),
                grownKilobytes = report.Value.GrownBytes / 1024,
                report.Value.Wrong,
            }),
        }, JsonSerializerOptions.Web));
        if (reports.Values.Any(report => report.Wrong > 0)) Environment.ExitCode = 1;
    }

    /// <summary>Tries the inputs, shared out among the targets.</summary>
    public static async Task<IReadOnlyDictionary<string, TargetReport>> RunAsync(FuzzOptions options, Action<string> tell)
    {
        var targets = TargetList.All().Where(target => options.Target is null || target.Name == options.Target).ToList();
        if (targets.Count == 0)
        {
            throw new ArgumentException(
                $"There is no target {options.Target}; there are {string.Join(", ", TargetList.All().Select(t => t.Name))}.");
        }
        var shares = targets.Sum(target => target.Share);
        var reports = new Dictionary<string, TargetReport>();
        foreach (var target in targets)
        {
            await using var _ = target;
            await target.OpenAsync();
            var campaign = new Campaign(target, options.Seed);
            if (options.Only is { } number)
            {
                tell($"{await campaign.OnceAsync(number)}");
                continue;
            }
            var report = await campaign.RunAsync(options.Inputs * target.Share / shares);
            reports[target.Name] = report;
            tell(string.Create(CultureInfo.InvariantCulture,
                $"{target.Name}: {report.Inputs} inputs in {report.Seconds:0.0} s, slowest {report.SlowestMs:0} ms, {report.Wrong} wrong"));
            foreach (var finding in report.Findings)
                tell($"  {finding}\n    again: --seed {options.Seed} --target {target.Name} --only {finding.Number}");
        }
        return reports;
    }
}
