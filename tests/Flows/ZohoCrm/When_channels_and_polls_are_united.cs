using FsCheck;
using FsCheck.Fluent;
using Xunit.Abstractions;

namespace Isthmus.Flows.Tests.ZohoCrm;

/// <summary>
/// Notifications that are lost, doubled and out of order, channels that die, a process that dies, calls that fail, tokens that end, an
/// organisation that moves and whose edition changes: in the end every lasting change was handed over, and none twice. ISTHMUS_HISTORIES=N
/// plays more histories, ISTHMUS_SEED=N begins with that one.
/// </summary>
public sealed class When_channels_and_polls_are_united(ITestOutputHelper output)
{
    private const int Length = 30;

    [Fact]
    public async Task Nothing_is_lost_and_nothing_is_handed_over_twice()
    {
        var (count, first) = (Setting("ISTHMUS_HISTORIES", 3), Setting("ISTHMUS_SEED", Environment.TickCount & 0xffff));
        await using var desk = await CrmDesk.OpenAsync(channels: true, new KeptChanges("Vendors", "Vendor_Name", "Phone"));
        for (var seed = first; seed < first + count; seed++)
        {
            var history = CrmDeed.Any.ArrayOf(Length).Sample(1, new Rnd((ulong)seed), Length).First();
            output.WriteLine($"ISTHMUS_SEED={seed} ISTHMUS_HISTORIES=1: {string.Join(' ', history.AsEnumerable())}");
            await new CrmHistory(desk).PlayAsync(history);
        }
    }

    private static int Setting(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), out var asked) ? asked : usual;
}
