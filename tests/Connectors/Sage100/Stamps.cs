using Isthmus.Connectors.Sage100;

namespace Isthmus.Connectors.Tests.Sage100;

public sealed class Stamps
{
    private static readonly TimeZoneInfo Pacific = TimeZoneInfo.FindSystemTimeZoneById("America/Los_Angeles");

    [Theory]
    [InlineData("20261121", "14.50833", "2026-11-21T14:30:30-08:00")]
    [InlineData("20260701", "9.50000", "2026-07-01T09:30:00-07:00")]
    [InlineData("20261121", "", "2026-11-21T00:00:00-08:00")]
    [InlineData("20261101", "1.50000", "2026-11-01T01:30:00-07:00")]
    public void Are_read_by_the_hosts_clock(string date, string time, string expected) =>
        Assert.Equal(DateTimeOffset.Parse(expected), SageTime.Read(date, time, Pacific));

    [Theory]
    [InlineData("", "14.5")]
    [InlineData("20261341", "1.0")]
    [InlineData("20261121", "soon")]
    [InlineData("20261121", "24.0")]
    public void Are_nothing_when_they_make_no_sense(string date, string time) => Assert.Null(SageTime.Read(date, time, Pacific));

    [Theory]
    [InlineData("2026-11-01T01:50:00-07:00")]
    [InlineData("2026-11-01T01:10:00-08:00")]
    [InlineData("2026-11-01T01:00:00-08:00")]
    public void Begin_the_hour_that_autumn_repeats_at_its_first_minute(string moment) =>
        Assert.Equal(("20261101", "1.00000"), SageTime.Write(DateTimeOffset.Parse(moment), Pacific));

    [Theory]
    [InlineData("2026-11-01T00:59:00-07:00", "0.98333")]
    [InlineData("2026-11-01T02:00:00-08:00", "2.00000")]
    [InlineData("2026-03-08T03:00:00-07:00", "3.00000")]
    public void Are_what_they_are_beside_it(string moment, string time) =>
        Assert.Equal(time, SageTime.Write(DateTimeOffset.Parse(moment), Pacific).Time);

    [Fact]
    public void Are_never_written_later_than_the_moment()
    {
        var moment = new DateTimeOffset(2026, 11, 21, 0, 0, 0, TimeSpan.Zero);
        for (var second = 0; second < 86_400; second += 7)
        {
            var at = moment.AddSeconds(second);
            var (date, time) = SageTime.Write(at, Pacific);
            Assert.InRange(at - SageTime.Read(date, time, Pacific)!.Value, TimeSpan.Zero, TimeSpan.FromSeconds(1));
        }
    }
}
