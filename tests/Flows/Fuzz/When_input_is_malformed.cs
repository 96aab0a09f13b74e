using System.Globalization;
using Isthmus.Fuzz;
using Xunit.Abstractions;

namespace Isthmus.Flows.Tests.Fuzz;

/// <summary>A small part of <c>./run bench fuzz</c>. ISTHMUS_INPUTS=N tries more, ISTHMUS_SEED=N others.</summary>
public sealed class When_input_is_malformed(ITestOutputHelper output)
{
    [Fact]
    public async Task Nothing_from_outside_makes_an_error_of_our_own()
    {
        var told = new List<string>();
        var reports = await FuzzBench.RunAsync(new FuzzOptions(Setting("ISTHMUS_INPUTS", 20_000), (ulong)Setting("ISTHMUS_SEED", 1)), told.Add);

        foreach (var line in told) output.WriteLine(line);
        Assert.True(reports.Values.All(report => report.Wrong == 0), string.Join('\n', told));
    }

    private static long Setting(string name, long usual) =>
        long.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : usual;
}
