using System.Globalization;
using Isthmus.Connectors.Sage100;

namespace Isthmus.Connectors.Tests.Sage100;

public sealed class Stamps
{
    private static readonly TimeZoneInfo Pacific = TimeZoneInfo.FindSystemTimeZoneById("America/Los_Angeles");

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
        var midnight = new DateTimeOffset(2026, 11, 21, 0, 0, 0, TimeSpan.FromHours(-8));
        for (var second = 0; second < 86_400; second += 7)
        {
            var (date, hours) = SageTime.Write(midnight.AddSeconds(second), Pacific);
            Assert.Equal("20261121", date);
            Assert.InRange(second - (decimal.Parse(hours, CultureInfo.InvariantCulture) * 3600), 0m, 0.036m);
        }
    }
}
