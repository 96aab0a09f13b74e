using Isthmus.Cli.Commands;

namespace Isthmus.Cli.Tests.Commands;

public sealed class When_a_command_line_is_read
{
    private static readonly string[] WithValue = ["--limit"];
    private static readonly string[] Switches = ["--json"];

    [Theory]
    [InlineData("orders.csv --limit 5 --json")]
    [InlineData("--json --limit=5 orders.csv")]
    public void Options_stand_anywhere(string text)
    {
        var line = Read(text);
        Assert.Equal((5, true), (line.Number("--limit", 1), line.Has("--json")));
        Assert.Equal(["orders.csv"], line.Words("ORDERS.csv"));
    }

    [Theory]
    [InlineData("a.csv --limti 5", "--limti is not known")]
    [InlineData("a.csv --limit", "--limit needs a value")]
    [InlineData("a.csv --limit many", "not 'many'")]
    [InlineData("a.csv --limit 0", "not '0'")]
    [InlineData("", "ORDERS.csv is missing")]
    [InlineData("a.csv b.csv", "'b.csv' is one word too many")]
    public void A_mistake_is_named(string text, string problem)
    {
        var mistake = Assert.Throws<UsageException>(() =>
        {
            var line = Read(text);
            line.Number("--limit", 1);
            line.Words("ORDERS.csv");
        });
        Assert.Contains(problem, mistake.Message);
    }

    private static CommandLine Read(string text) =>
        new(text.Split(' ', StringSplitOptions.RemoveEmptyEntries), WithValue, Switches);
}
