using Isthmus.Core.AccountMap;
using Isthmus.Core.Tests.Ledgers;

namespace Isthmus.Core.Tests.AccountMap;

public sealed class When_accounts_are_mapped : LedgerTest
{
    private const string Account = "5900000000481002";

    private AccountMapStore Map => new(Tables, Time);

    [Fact]
    public async Task A_row_is_found_by_account_and_by_code()
    {
        await Map.AddAsync(Row("HARB01") with { Note = "Ana says so" }, "operator:Ana");

        Assert.Equal("HARB01", Assert.Single(await Map.OfAccountAsync(AccountKind.Customer, Account)).Code);
        var row = Assert.Single(await Map.OfCodeAsync(AccountKind.Customer, "harb01"));
        Assert.Equal((Account, "Ana says so", "operator:Ana", Time.GetUtcNow()),
            (row.AccountId, row.Note, row.ChangedBy, row.ChangedAt));
        Assert.Empty(await Map.OfAccountAsync(AccountKind.Vendor, Account));
        Assert.Empty(await Map.OfAccountAsync(AccountKind.Customer, Account[..^1]));
        Assert.Empty(await Map.OfCodeAsync(AccountKind.Customer, "HARB0"));
    }

    [Fact]
    public async Task Rows_of_several_codes_are_found_and_none_that_lie_between_them()
    {
        foreach (var code in new[] { "A", "A|B", "HARB01", "HARB02", "HARB1", "Z 9" }) await Map.AddAsync(Row(code), "operator");

        var found = await Map.OfCodesAsync(AccountKind.Customer, new HashSet<string> { "HARB1", "A|B", "A", "NONE" });
        Assert.Equal(["A", "A|B", "HARB1"], found.Select(row => row.Code).Order(StringComparer.Ordinal));
        Assert.Equal("A", Assert.Single(await Map.OfCodeAsync(AccountKind.Customer, "a")).Code);
        Assert.Empty(await Map.OfCodesAsync(AccountKind.Customer, new HashSet<string>()));
    }

    [Fact]
    public async Task A_row_is_changed_and_removed_only_as_it_was_seen()
    {
        var seen = (await Map.AddAsync(Row("HARB01"), "operator"))!;
        Assert.Null(await Map.AddAsync(Row("HARB01"), "operator"));
        var changed = await Map.ChangeAsync(seen with { Authority = new Dictionary<string,
            AccountSide> { ["name"] = AccountSide.Crm } }, "operator");

        Assert.Equal(AccountSide.Crm, changed!.Authority["name"]);
        Assert.Null(await Map.ChangeAsync(seen, "operator"));
        Assert.False(await Map.RemoveAsync(seen));
        Assert.True(await Map.RemoveAsync(changed));
        Assert.True(await Map.RemoveAsync(changed));
        Assert.Empty(await Map.OfCodeAsync(AccountKind.Customer, "HARB01"));
    }

    [Fact]
    public async Task Two_codes_of_an_account_are_kept_for_a_person_to_see()
    {
        foreach (var code in new[] { "HARB01", "A/B #1" }) await Map.AddAsync(Row(code), "operator");

        Assert.Equal(["A/B #1", "HARB01"], (await Map.OfAccountAsync(AccountKind.Customer, Account)).Select(row => row.Code)
            .Order(StringComparer.Ordinal));
    }

    private static AccountRow Row(string code) => new(AccountKind.Customer, Account, code);
}
