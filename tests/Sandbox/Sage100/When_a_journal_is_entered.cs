using System.Text.Json.Nodes;

namespace Isthmus.Sandbox.Tests.Sage100;

public sealed class When_a_journal_is_entered : Agent
{
    private static readonly object Key = new { SourceJournal = "JE", JournalNo = "000001" };

    [Fact]
    public async Task It_is_stored_with_its_totals_and_each_accounts_key_and_name()
    {
        var number = (await CallAsync("numbers", new { @object = "GL_Journal" }))["number"]!.GetValue<string>();
        Assert.Equal("000001", number);
        var journal = await PayoutAsync();
        Assert.Equal(("written", 100m, 100m, ""), (Outcome(journal), Number(journal, "DebitAmount"), Number(journal, "CreditAmount"),
            Text(journal, "PostedDate")));
        var line = journal["record"]!["Lines"]![1]!;
        Assert.Equal(("000000016", "6100-00", "Payment processing fees"), (line["AccountKey"]!.GetValue<string>(),
            line["Account"]!.GetValue<string>(), line["AccountDesc"]!.GetValue<string>()));
    }

    public static TheoryData<object[], string> Wrong => new()
    {
        { [], "The journal entry has no lines." },
        { [new { Account = "1000-00", DebitAmount = 10m }, new { Account = "1010-00", CreditAmount = 9.99m }],
            "The journal entry is out of balance by 0.01." },
        { [new { Account = "7777-00", DebitAmount = 10m }], "Account 7777-00 is not on file." },
        { [new { Account = "9900-00", DebitAmount = 10m }], "Account 9900-00 is not active." },
        { [new { AccountKey = "99", DebitAmount = 10m }], "Account Key 000000099 is not on file." },
        { [new { DebitAmount = 10m }], "The Account is required" },
        { [new { Account = "1000-00", DebitAmount = -10m }], "Debit Amount may not be negative" },
        { [new { Account = "1000-00", DebitAmount = 10m, CreditAmount = 10m }], "A line is a debit or a credit, not both" },
        { [new { Account = "1000-00", DebitAmount = 10.001m }], "Debit Amount has more than 2 decimal(s)" }
    };

    [Theory, MemberData(nameof(Wrong))]
    public async Task What_the_books_cannot_take_is_refused_whole(object[] lines, string message)
    {
        var result = await WriteAsync("GL_Journal", "create", Key, new { PostingDate = "20261121" }, lines);
        Assert.Equal(("refused", message), (Outcome(result), Message(result)));
        Assert.Equal("not_found", Outcome(await ReadAsync("GL_Journal", Key)));
    }

    [Fact]
    public async Task A_date_in_a_closed_period_is_refused()
    {
        await Sandbox.PostAsync("/_sandbox/sage-100/period-end", new { through = "20261031" });
        var result = await PayoutAsync("20261015");
        Assert.Equal(("refused", "Posting Date 20261015 is in a closed period."), (Outcome(result), Message(result)));
        Assert.Equal("written", Outcome(await PayoutAsync("20261101")));
    }

    [Fact]
    public async Task A_posted_one_cannot_be_changed_and_its_number_writes_nothing_again()
    {
        await PayoutAsync();
        await Sandbox.PostAsync("/_sandbox/sage-100/updates", new { });
        var again = await PayoutAsync();
        Assert.Equal("exists", Outcome(again));
        Assert.Matches(@"^\d{8}$", Text(again, "PostedDate"));
        var change = await WriteAsync("GL_Journal", "update", Key, new { JournalComment = "late" });
        Assert.Equal("Journal Entry JE-000001 was posted and cannot be changed.", Message(change));
        Assert.Equal("refused", Outcome(await WriteAsync("GL_Journal", "delete", Key, null)));
    }

    private Task<JsonNode> PayoutAsync(string date = "20261121") => WriteAsync("GL_Journal", "create", Key,
        new { PostingDate = date, JournalComment = "Payout po_1", UDF_EXTERNAL_ID = "stripe:po_1" }, new object[]
        {
            new { Account = "1000-00", PostingComment = "Net", DebitAmount = 97m },
            new { Account = "6100-00", PostingComment = "Fees", DebitAmount = 3m },
            new { Account = "1010-00", PostingComment = "Gross", CreditAmount = 100m }
        });
}
