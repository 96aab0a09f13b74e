using System.Globalization;
using Isthmus.Embedded.Hosting.Timers;

namespace Isthmus.Embedded.Tests.Hosting;

public sealed class When_a_schedule_is_read
{
    [Theory]
    [InlineData("0 */5 * * * *", "2026-11-21 09:00:00", "2026-11-21 09:05:00")]
    [InlineData("*/5 * * * *", "2026-11-21 09:04:59", "2026-11-21 09:05:00")]
    [InlineData("30 15 9 * * *", "2026-11-21 09:15:30", "2026-11-22 09:15:30")]
    [InlineData("0 0 0 29 2 *", "2026-11-21 09:00:00", "2028-02-29 00:00:00")]
    [InlineData("0 30 9 * * 1-5", "2026-11-20 10:00:00", "2026-11-23 09:30:00")]
    [InlineData("0 30 9 * Jan Mon", "2026-11-20 10:00:00", "2027-01-04 09:30:00")]
    [InlineData("0 0 0 13 * fri", "2026-11-21 00:00:00", "2027-08-13 00:00:00")]
    [InlineData("0 10/20 8-10,22 * * *", "2026-11-21 10:50:00", "2026-11-21 22:10:00")]
    [InlineData("59 59 23 31 12 *", "2026-12-31 23:59:58", "2026-12-31 23:59:59")]
    public void The_next_run_is_the_first_time_at_which_every_field_matches(string expression, string after, string next) =>
        Assert.Equal(Utc(next), CronSchedule.Parse(expression).Next(Utc(after)));

    [Fact]
    public void A_date_that_never_comes_has_no_next_run() => Assert.Null(CronSchedule.Parse("0 0 0 31 2 *").Next(Utc("2026-11-21 09:00:00")));

    [Theory]
    [InlineData("0 0 * * 7", "day of week '7'")]
    [InlineData("60 * * * * *", "second '60'")]
    [InlineData("0 0 24 * * *", "hour '24'")]
    [InlineData("0 0 5-3 * * *", "hour '5-3'")]
    [InlineData("0 */0 * * * *", "minute '*/0'")]
    [InlineData("* * *", "six fields")]
    public void A_wrong_field_is_named(string expression, string named) =>
        Assert.Contains(named, Assert.Throws<FormatException>(() => CronSchedule.Parse(expression)).Message);

    private static DateTime Utc(string text) =>
        DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
