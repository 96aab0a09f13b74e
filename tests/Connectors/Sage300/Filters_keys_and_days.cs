using System.Text.Json;
using Isthmus.Connectors.Sage300;

namespace Isthmus.Connectors.Tests.Sage300;

public sealed class Filters_keys_and_days
{
    private static readonly DateOnly Day = new(2026, 3, 9);

    [Fact]
    public void A_day_is_written_as_the_server_s_dialect_has_it()
    {
        Assert.Equal("DateLastMaintained ge 2026-03-09T00:00:00Z", Sage300Filter.Since("DateLastMaintained", Day, Sage300Dialect.V4));
        Assert.Equal("DateLastMaintained ge datetime'2026-03-09T00:00:00'", Sage300Filter.Since("DateLastMaintained", Day, Sage300Dialect.V3));
    }

    [Fact]
    public void Conditions_are_joined_and_values_quoted() =>
        Assert.Equal("A eq 'x''y' and B eq 'z'", Sage300Filter.And(Sage300Filter.Is("A", "x'y"), null, Sage300Filter.Is("B", "z")));

    [Theory]
    [InlineData("\"2026-03-09T00:00:00Z\"")]
    [InlineData("\"2026-03-09T00:00:00\"")]
    [InlineData("\"2026-03-09T00:00:00-08:00\"")]
    [InlineData("\"2026-03-09\"")]
    public void A_day_is_taken_as_it_stands_whatever_follows_it(string value) =>
        Assert.Equal(Day, Sage300Day.Read(JsonElement.Parse($"{{\"D\":{value}}}"), "D"));

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("\"soon enough\"")]
    [InlineData("7")]
    public void What_is_no_day_is_none(string value) =>
        Assert.Null(Sage300Day.Read(JsonElement.Parse($"{{\"D\":{value}}}"), "D"));

    [Fact]
    public void Keys_are_texts_in_upper_case_or_bare_numbers()
    {
        Assert.Equal("'O''B-1'", Sage300Key.Of("o'b-1"));
        Assert.Equal("8371", Sage300Key.Of(8371));
    }
}
