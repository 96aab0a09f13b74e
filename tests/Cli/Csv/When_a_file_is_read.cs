using Isthmus.Cli.Csv;

namespace Isthmus.Cli.Tests.Csv;

public sealed class When_a_file_is_read
{
    [Theory]
    [InlineData("a,b\n1,2\n", "a|b;1|2")]
    [InlineData("a,b\r\n1,2", "a|b;1|2")]
    [InlineData("\"a,b\",\"say \"\"hi\"\"\"\n", "a,b|say \"hi\"")]
    [InlineData("\"two\nlines\",x\n", "two\nlines|x")]
    [InlineData("a,\n\n,b\n", "a|;|b")]
    [InlineData("", "")]
    public void Its_records_are_those_of_RFC_4180(string text, string records) =>
        Assert.Equal(records, string.Join(';', Read(text).Select(record => string.Join('|', record.Fields))));

    [Theory]
    [InlineData("a\nb\"c\n", 2, "a quote inside a field")]
    [InlineData("a\n\"b\n\nc", 2, "no closing quote")]
    [InlineData("\"a\"b\n", 1, "text behind the closing quote")]
    public void A_malformed_line_is_named(string text, int line, string problem)
    {
        var error = Assert.Throws<CsvException>(() => Read(text).ToList());
        Assert.Equal(line, error.Line);
        Assert.Contains(problem, error.Message);
    }

    [Fact]
    public void Lines_inside_quotes_are_counted() => Assert.Equal([1, 3], Read("\"a\nb\"\nc\n").Select(record => record.Line));

    private static IEnumerable<(int Line, IReadOnlyList<string> Fields)> Read(string text) =>
        new CsvReader(new StringReader(text)).Records();
}
