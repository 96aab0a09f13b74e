using FsCheck;
using FsCheck.Fluent;
using Isthmus.Embedded.Tables.Filters;
using Xunit.Abstractions;

namespace Isthmus.Embedded.Tests.Model.Tables;

public sealed class When_a_filter_is_random(ITestOutputHelper output)
{
    private static readonly string[] Words =
    [
        "(", ")", "not", "and", "or", "eq", "ne", "gt", "le", "Text", "PartitionKey", "'x'", "'", "''", "5", "-5", "5L", "1.5", "1e999",
        "-", "+", ".", "true", "null", "NaN", "datetime'2026-11-21T09:00:00Z'", "datetime'9999-12-31T23:59:59-14:00'", "datetime''",
        "datetime'0001-01-01T00:00:00+14:00'", "guid'x'", "X'0'", "X'0af'", "binary'0a'", "startswith(", ",", "\0", "\ud800", "٣", "é", "%27", "/*",
    ];

    [Fact]
    public async Task It_means_what_it_says() => output.WriteLine(
        $"{await Trials.PlayAsync(Case, length: 40, AgreeAsync)} times");

    [Fact]
    public async Task Any_text_is_a_filter_or_is_refused() => output.WriteLine(
        $"{await Trials.PlayAsync(Gen.Elements(Words), length: 40, ReadAsync)} texts");

    [Theory]
    [InlineData("(")]
    [InlineData("not ")]
    [InlineData("not (")]
    public void However_deep_it_is_nested(string opening) => Assert.Equal(400, Assert.Throws<Azure.RequestFailedException>(
        () => FilterParser.Parse(string.Concat(Enumerable.Repeat(opening, 200_000)) + "Text eq 'x'")).Status);

    private static Gen<(Condition Condition, (string, object)[] Properties)> Case =>
        from condition in Condition.Any
        from properties in (from name in Gen.Elements(Samples.Names) from value in Samples.Value select (name, value)).ArrayOf().Resize(6)
        select (condition, properties);

    private static Task AgreeAsync(IReadOnlyList<(Condition Condition, (string Name, object Value)[] Properties)> cases)
    {
        foreach (var (condition, properties) in cases)
        {
            var entity = properties.DistinctBy(p => p.Name).ToDictionary(p => p.Name, p => p.Value);
            entity["PartitionKey"] = Samples.Partitions[entity.Count % Samples.Partitions.Length];
            entity["RowKey"] = Samples.Rows[condition.ToString().Length % Samples.Rows.Length];
            var filter = FilterParser.Parse(condition.ToString())!;
            Assert.Equal(condition.Holds(entity.GetValueOrDefault), filter.Accepts(entity.GetValueOrDefault));
        }
        return Task.CompletedTask;
    }

    private static Task ReadAsync(IReadOnlyList<string> words)
    {
        foreach (var between in (string[])["", " "])
        {
            try { FilterParser.Parse(string.Join(between, words))?.Accepts(_ => "x"); }
            catch (Azure.RequestFailedException refused) { Assert.Contains(refused.Status, (int[])[400, 501]); }
        }
        return Task.CompletedTask;
    }
}
