using Isthmus.Core.Tables;

namespace Isthmus.Core.Tests.Tables;

public sealed class When_keys_are_made
{
    [Theory]
    [InlineData("pi_123", "pi_123")]
    [InlineData("a/b\\c#d?e", "a%2Fb%5Cc%23d%3Fe")]
    [InlineData("100%", "100%25")]
    [InlineData("line\nbreak", "line%0Abreak")]
    public void Forbidden_characters_are_escaped(string text, string key) => Assert.Equal(key, TableKey.Escape(text));

    [Fact]
    public void A_later_time_sorts_before_an_earlier_one()
    {
        var noon = new DateTimeOffset(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

        Assert.True(string.CompareOrdinal(TableKey.NewestFirst(noon.AddTicks(1)), TableKey.NewestFirst(noon)) < 0);
    }

    [Fact]
    public void A_personal_value_is_found_again_but_not_readable()
    {
        var key = TableKey.Personal(" Ana@Example.net ");

        Assert.Equal(TableKey.Personal("ana@example.net"), key);
        Assert.DoesNotContain("ana", key);
    }
}
