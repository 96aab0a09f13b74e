using Isthmus.Bench.Chaos;
using Isthmus.Tests.Support;
using Xunit.Abstractions;

namespace Isthmus.Flows.Tests.Processes;

/// <summary>
/// A small version of <c>./run bench chaos</c>: kill -9 of the real program in the middle of its work and of its start, faults of
/// every kind, webhooks doubled, late and lost. ISTHMUS_CHAOS sets the number of orders, ISTHMUS_SEED repeats a plan.
/// </summary>
public sealed class When_the_process_is_killed_again_and_again(ITestOutputHelper output) : IDisposable
{
    private readonly TemporaryFolder home = new();

    public void Dispose() => home.Dispose();

    [Fact]
    public async Task Every_order_arrives_once()
    {
        var options = new ChaosOptions
        {
            Orders = Setting("ISTHMUS_CHAOS", 30), Seed = Setting("ISTHMUS_SEED", 20261121), Pace = TimeSpan.FromMilliseconds(40),
            ShortestLife = TimeSpan.FromMilliseconds(20), LongestLife = TimeSpan.FromMilliseconds(600), LastKills = 2,
            Patience = TimeSpan.FromMinutes(3), AwaitForgotten = false, Stack = SmallStack.At(home.Path),
        };

        var result = await new ChaosRun(options, _ => { }).RunAsync(CancellationToken.None);

        output.WriteLine(result.Text());
        Assert.Empty(result.Findings);
        Assert.InRange(result.Kills, options.LastKills, int.MaxValue);
        Assert.NotEqual(0, result.Faults.Values.Sum());
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), out var value) ? value : otherwise;
}
