using Isthmus.Core.AccountMap;

namespace Isthmus.Core.Tests.AccountMap;

public sealed class When_the_map_is_a_file
{
    [Fact]
    public void What_is_written_is_read_again()
    {
        AccountRow[] rows =
        [
            new(AccountKind.Customer, "5900000000481002", "HARB01")
            {
                AccountName = "Harbor \"Pump\", Co", BooksName = "=1+1", Note = "two\nlines",
                Authority = new Dictionary<string, AccountSide> { ["name"] = AccountSide.Crm, ["address"] = AccountSide.Books },
            },
            new(AccountKind.Vendor, "5900000000481003", "LUND22"),
        ];

        var (read, problems) = AccountCsv.Read(AccountCsv.Heading + string.Concat(rows.Select(AccountCsv.Line)));

        Assert.Empty(problems);
        Assert.Equal(rows.Select(AccountCsv.Line), read.Select(AccountCsv.Line));
        Assert.Equal(("=1+1", "two\nlines", AccountSide.Books), (read[0].BooksName, read[0].Note, read[0].Authority["address"]));
    }

    [Theory]
    [InlineData("kunde,1,A,,,,", 2, "kind")]
    [InlineData("customer,x1,A,,,,", 2, "id of the CRM")]
    [InlineData("customer,1,,,,,", 2, "code")]
    [InlineData("customer,1,ABCDEFGHIJKLM,,,,", 2, "code")]
    [InlineData("customer,1,A,,,name:crm,", 2, "whose value counts")]
    [InlineData("customer,1,A,,,name=2,", 2, "whose value counts")]
    [InlineData("customer,1,A", 2, "3 cells")]
    [InlineData("\"vendor\",\"1\",\"A\",\"two\nlines\",,,\ncustomer,,A,,,,", 4, "id of the CRM")]
    public void A_line_that_is_no_row_is_named(string lines, int line, string words)
    {
        var problem = Assert.Single(AccountCsv.Read(AccountCsv.Heading + lines).Problems);

        Assert.Equal(line, problem.Line);
        Assert.Contains(words, problem.Message);
    }

    [Fact]
    public void A_file_with_another_heading_is_refused() => Assert
        .Equal(1, Assert.Single(AccountCsv.Read("a,b\n1,2").Problems).Line);
}
