using Isthmus.Core.Loads;
using Isthmus.Core.Runs;

namespace Isthmus.Core.Tests.Loads;

public sealed class When_the_pace_of_a_load_is_told
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);

    private static readonly Load Half = new()
    {
        Id = "load-1", Kind = "items", StartedBy = "operator", Total = 1000, Worked = TimeSpan.FromSeconds(10),
        Counts = LoadCounts.None with { Read = 500, Written = 500 },
    };

    [Fact]
    public void It_says_how_many_are_left_and_when_it_will_be_through() =>
        Assert.Equal(new RunProgress(500, 500, 50, Now + TimeSpan.FromSeconds(10)), LoadPace.Of(Half, Now));

    [Fact]
    public void A_load_at_rest_has_no_end() =>
        Assert.Equal(new RunProgress(500, 500, 50, null), LoadPace.Of(Half with { State = LoadState.Paused }, Now));

    [Fact]
    public void Nothing_is_left_of_one_that_is_done_whatever_was_counted() =>
        Assert.Equal(new RunProgress(500, 0, 50, null), LoadPace.Of(Half with { State = LoadState.Done }, Now));

    [Fact]
    public void Before_the_first_page_nobody_knows() =>
        Assert.Equal(
            new RunProgress(0, null, 0, null),
            LoadPace.Of(Half with { Counts = LoadCounts.None, Worked = TimeSpan.Zero, Total = null }, Now));
}
