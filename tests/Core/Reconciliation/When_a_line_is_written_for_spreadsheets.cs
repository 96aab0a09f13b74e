using Isthmus.Core.Reconciliation;

namespace Isthmus.Core.Tests.Reconciliation;

public sealed class When_a_line_is_written_for_spreadsheets
{
    [Theory]
    [InlineData("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\"\r\n")]
    [InlineData("+1", "'+1\r\n")]
    [InlineData("@SUM", "'@SUM\r\n")]
    [InlineData("-lost", "'-lost\r\n")]
    [InlineData("a,b", "\"a,b\"\r\n")]
    [InlineData("two\nlines", "\"two\nlines\"\r\n")]
    [InlineData("plain", "plain\r\n")]
    public void A_text_stays_a_text(string text, string line) => Assert.Equal(line, CsvText.Line(text));

    [Fact]
    public void A_negative_amount_stays_a_number() => Assert.Equal("-12.50,\r\n", CsvText.Line(-12.50m, null));
}
