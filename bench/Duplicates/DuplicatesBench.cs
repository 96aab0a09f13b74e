using Isthmus.Bench.Measuring;
using Isthmus.Core.Matching;

namespace Isthmus.Bench.Duplicates;

/// <summary>How well are duplicates recognised, and how many pairs a second are compared?</summary>
internal static class DuplicatesBench
{
    private const int Runs = 5;

    /// <summary>Files of FEBRL's form, or those beside the repository.</summary>
    public static Task RunAsync(string[] args)
    {
        var files = args.Length > 0 ? args : [.. Usual()];
        if (files.Length == 0) throw new InvalidOperationException("No file: name one of FEBRL's form (rec_id, given_name, surname, ...).");
        using var home = new BenchHome();
        var report = new Report("duplicates", home.Path);
        report.End(files.Select(Measure).ToArray());
        return Task.CompletedTask;
    }

    private static object Measure(string file)
    {
        var people = FebrlPeople.Read(file);
        var runs = Enumerable.Range(0, Runs)
            .Select(_ => DuplicatesFound.In(FebrlPeople.Schema, people, FebrlPeople.PersonOf, new MatchThresholds())).ToList();
        var found = runs[0] with { PairsPerSecond = Math.Round(Samples.Median(runs.Select(run => run.PairsPerSecond))) };
        Report.Say($"{Path.GetFileName(file)}: precision {found.Precision:0.0000}, recall {found.Recall:0.0000}, F1 {found.F1:0.0000}, "
            + $"{found.Held} of {found.Compared} pairs held for a person, {found.PairsPerSecond:N0} pairs/s");
        return new { file = Path.GetFileName(file), found };
    }

    private static IEnumerable<string> Usual()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, "shared", "data", "febrl") is var data && Directory.Exists(data))
                return Directory.GetFiles(data, "*.csv").Order(StringComparer.Ordinal);
        return [];
    }
}
