using Isthmus.Connectors.Intacct;

namespace Isthmus.Connectors.Tests.Intacct;

/// <summary>Moments in the user's zone and form, also on the days when its clock is put back or forward.</summary>
public sealed class Clocks
{
    private static readonly TimeZoneInfo NewYork = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    [Theory]
    [InlineData("/mdY", "24", "07/01/2026 13:05:09")]
    [InlineData("-Ymd", "24", "2026-07-01 13:05:09")]
    [InlineData(".dmy", "24", "01.07.26 13:05:09")]
    [InlineData("/mdY", "12", "07/01/2026 01:05:09 PM")]
    public void Every_form_is_read_and_written(string form, string hours, string text)
    {
        var clock = IntacctClock.Create(NewYork, form, hours)!;
        var at = new DateTimeOffset(2026, 7, 1, 17, 5, 9, TimeSpan.Zero);
        Assert.Equal(at, clock.Read(text));
        Assert.Equal(text, clock.Between(at, at.AddHours(1)).From);
    }

    [Theory]
    [InlineData("mdY", "24")]
    [InlineData("/mmY", "24")]
    [InlineData("/mdQ", "24")]
    [InlineData("/mdY", "23")]
    public void An_unknown_form_is_none(string form, string hours) => Assert.Null(IntacctClock.Create(NewYork, form, hours));

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("13/45/2026 10:00:00")]
    [InlineData(null)]
    public void What_is_no_moment_is_none(string? text) => Assert.Null(IntacctClock.Create(NewYork, "/mdY", "24")!.Read(text));

    [Fact]
    public void No_moment_of_a_stretch_lies_outside_what_is_told()
    {
        var clock = IntacctClock.Create(NewYork, "/mdY", "24")!;
        foreach (var day in new[] { new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero),
            new DateTimeOffset(2026, 3, 8, 0, 0, 0, TimeSpan.Zero) })
            for (var since = day; since < day.AddDays(1); since += TimeSpan.FromMinutes(10))
                foreach (var length in new[] { 1, 20, 90, 60 * 24 * 200 })
                    Covers(clock, since, since.AddMinutes(length));
    }

    // Whether Intacct takes an hour that comes twice for its first or its second time is not known: both must do.
    private static void Covers(IntacctClock clock, DateTimeOffset since, DateTimeOffset until)
    {
        var (from, to) = clock.Between(since, until);
        foreach (var at in new[] { since, since.AddMinutes(1), since + (until - since) / 2, until })
        {
            var shown = TimeZoneInfo.ConvertTime(at, NewYork).DateTime;
            Assert.True(Local(from) <= shown && shown < Local(to), $"{at:u} is {shown:s}, told was {from} to {to}");
        }
        Assert.All(Moments(Local(from)), moment => Assert.True(moment <= since, $"{from} is not before {since:u}"));
        Assert.All(Moments(Local(to)), moment => Assert.True(moment > until, $"{to} is not behind {until:u}"));
    }

    private static DateTime Local(string text) =>
        DateTime.ParseExact(text, "MM/dd/yyyy HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);

    private static IEnumerable<DateTimeOffset> Moments(DateTime local) => NewYork.IsInvalidTime(local) ? []
        : NewYork.IsAmbiguousTime(local) ? NewYork.GetAmbiguousTimeOffsets(local).Select(offset => new DateTimeOffset(local, offset))
        : [new DateTimeOffset(local, NewYork.GetUtcOffset(local))];
}
