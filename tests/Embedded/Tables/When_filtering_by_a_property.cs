using Azure.Data.Tables;

namespace Isthmus.Embedded.Tests.Tables;

public sealed class When_filtering_by_a_property : TableSuite
{
    private async Task<bool> FindsAsync(string filter)
    {
        await Table.UpsertEntityAsync(Entity("r",
            ("Text", "it's"), ("Int", 5), ("Negative", -5), ("Long", 5L), ("Double", 1.5), ("Flag", true),
            ("When", new DateTimeOffset(2026, 11, 21, 9, 0, 0, TimeSpan.Zero)),
            ("Id", new Guid("0f8fad5b-d9cb-469f-a165-70867728950e")), ("Data", new byte[] { 10, 255 })));
        return Table.Query<TableEntity>(filter).Any();
    }

    [Theory]
    [InlineData("Text eq 'it''s'")]
    [InlineData("Text ge 'it' and Text lt 'iu'")]
    [InlineData("Int eq 5")]
    [InlineData("5 le Int")]
    [InlineData("Negative lt -4")]
    [InlineData("Long eq 5L")]
    [InlineData("Double gt 1.25")]
    [InlineData("Double lt 1e3")]
    [InlineData("Flag eq true")]
    [InlineData("Flag ne false")]
    [InlineData("not (Flag eq false)")]
    [InlineData("When eq datetime'2026-11-21T09:00:00Z'")]
    [InlineData("When lt datetime'2026-11-21T09:00:00.0000001Z'")]
    [InlineData("Id eq guid'0f8fad5b-d9cb-469f-a165-70867728950e'")]
    [InlineData("Data eq X'0aff'")]
    [InlineData("Data eq binary'0aff'")]
    [InlineData("Timestamp gt datetime'2020-01-01T00:00:00Z'")]
    [InlineData("not (Missing eq 'x')")]
    public async Task It_finds(string filter) => Assert.True(await FindsAsync(filter));

    [Theory]
    [InlineData("Text eq 'IT''S'")]
    [InlineData("Int eq '5'")]
    [InlineData("Int eq 5L")]
    [InlineData("Long eq 5")]
    [InlineData("Double eq 1")]
    [InlineData("Missing eq 'x'")]
    [InlineData("Missing ne 'x'")]
    public async Task It_does_not_find(string filter) => Assert.False(await FindsAsync(filter));

    [Theory]
    [InlineData("Text")]
    [InlineData("Text eq")]
    [InlineData("Text eq 'open")]
    [InlineData("Text is 'x'")]
    [InlineData("(Text eq 'x'")]
    [InlineData("Text eq 'x' Int eq 5")]
    [InlineData("Text eq null")]
    [InlineData("Text eq Other")]
    [InlineData("Long eq 99999999999")]
    [InlineData("When eq datetime'soon'")]
    [InlineData("Text eq \"x\"")]
    public Task It_is_refused(string filter) => RefusedAsync(400, "InvalidInput", () => FindsAsync(filter));

    [Fact]
    public Task A_function_is_not_implemented() =>
        RefusedAsync(501, "NotImplemented", () => FindsAsync("startswith(Text, 'it') eq true"));

    [Fact]
    public async Task Fifteen_comparisons_are_the_most()
    {
        var fifteen = string.Join(" or ", Enumerable.Repeat("Int eq 5", 15));
        Assert.True(await FindsAsync(fifteen));
        await RefusedAsync(400, "InvalidInput", () => FindsAsync(fifteen + " or Int eq 5"));
    }
}
