using Isthmus.Core.AccountMap;

namespace Isthmus.Core.Tests.AccountMap;

public sealed class When_the_map_contradicts_itself
{
    [Fact]
    public void Each_row_says_what_is_wrong_with_it()
    {
        AccountRow[] rows =
        [
            Row("1", "A"), Row("1", "B"), Row("2", "B"), Row("3", "C") with { CodeMissing = true },
                Row("4", "D") with { AccountMissing = true },
            Row("5", "E") with { AccountName = "Harbor Pump Co", BooksName = "Harbour Pumps" },
                Row("6", "F") with { Problem = "It is locked." },
            Row("7", "G") with { AccountName = "Lund Bros", BooksName = "Lund Bros" }, new(AccountKind.Vendor, "7", "A"),
        ];

        var found = AccountConflicts.Of(rows, _ => AccountSide.None).Select(conflict => $"{conflict.Row.Code}: {conflict.Code}");

        Assert.Equal(
            ["A: account-twice", "B: account-twice", "B: code-twice", "B: code-twice", "C: code-missing", "D: account-missing",
                "E: names-differ", "F: not-in-line"],
            found);
    }

    [Fact]
    public void Names_are_the_same_as_far_as_the_books_can_hold_them()
    {
        var name = new string('x', 70);
        AccountRow[] rows = [Row("1", "A") with { AccountName = name, BooksName = name[..60] }];

        Assert.Empty(AccountConflicts.Of(rows, _ => AccountSide.None));
    }

    [Fact]
    public void A_row_s_own_word_on_a_field_goes_before_the_company_s()
    {
        var authority = new AccountAuthority(new Dictionary<string,
            AccountSide> { ["Name"] = AccountSide.Crm, ["phone"] = AccountSide.Books });
        var own = Row("1", "A") with { Authority = new Dictionary<string, AccountSide> { ["name"] = AccountSide.None } };

        Assert.Equal((AccountSide.None, AccountSide.Books, AccountSide.None),
            (authority.Of(own, "name"), authority.Of(own, "phone"), authority.Of(own, "website")));
        Assert.Equal(AccountSide.Crm, authority.Of(Row("1", "A"), "name"));
    }

    private static AccountRow Row(string account, string code) => new(AccountKind.Customer, account, code);
}
