using Isthmus.Agent.Outbound;

namespace Isthmus.Agent.Tests.Outbound;

public sealed class When_the_app_cannot_be_reached
{
    [Theory]
    [InlineData(1, 0.5, 1)]
    [InlineData(2, 1, 2)]
    [InlineData(6, 16, 32)]
    [InlineData(7, 30, 60)]
    [InlineData(5000, 30, 60)]
    public void The_pause_doubles_up_to_a_minute_and_chance_shortens_it_by_half(int failures, double least, double most)
    {
        Assert.Equal(TimeSpan.FromSeconds(least), BackOff.After(failures, 0));
        Assert.Equal(TimeSpan.FromSeconds(most), BackOff.After(failures, 1));
        Assert.InRange(BackOff.After(failures), TimeSpan.FromSeconds(least), TimeSpan.FromSeconds(most));
    }
}
