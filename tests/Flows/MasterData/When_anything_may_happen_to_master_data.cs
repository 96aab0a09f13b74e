using FsCheck;
using FsCheck.Fluent;
using Xunit.Abstractions;

namespace Isthmus.Flows.Tests.MasterData;

/// <summary>
/// Both sides change, calls and answers are lost, records are locked, tokens expire, the organisation moves to another data centre, a
/// source is away, the edition changes, the process dies: at rest both sides agree on every mapped field and there is one record a key.
/// ISTHMUS_HISTORIES=N plays more histories, ISTHMUS_SEED=N begins with that one.
/// </summary>
public sealed class When_anything_may_happen_to_master_data(ITestOutputHelper output)
{
    private const int Length = 30;

    [Fact]
    public async Task At_rest_both_sides_agree()
    {
        var (count, first) = (Setting("ISTHMUS_HISTORIES", 3), Setting("ISTHMUS_SEED", Environment.TickCount & 0xffff));
        for (var seed = first; seed < first + count; seed++)
        {
            await using var desk = await CrmDesk.StartAsync();
            desk.Vendors.Enabled = true;
            var history = MasterDeed.Any.ArrayOf(Length).Sample(1, new Rnd((ulong)seed), Length).First();
            output.WriteLine($"ISTHMUS_SEED={seed} ISTHMUS_HISTORIES=1: {string.Join(' ', history.AsEnumerable())}");
            await new MasterHistory(desk, seed).PlayAsync(history);
        }
    }

    private static int Setting(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), out var asked) ? asked : usual;
}
