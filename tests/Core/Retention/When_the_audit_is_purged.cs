using Azure;
using Azure.Data.Tables;
using Isthmus.Core.Audit;
using Isthmus.Core.Retention;
using Isthmus.Core.Tests.Ledgers;

namespace Isthmus.Core.Tests.Retention;

public sealed class When_the_audit_is_purged : LedgerTest
{
    private AuditTrail audit = null!;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        audit = new AuditTrail(Tables, Time);
    }

    [Fact]
    public async Task What_stays_can_still_be_verified_and_says_from_where()
    {
        await WriteAsync(250);
        Time.Advance(TimeSpan.FromDays(2));
        await WriteAsync(30);

        var removed = Assert.Single(await PurgeAsync(TimeSpan.FromDays(1)));

        Assert.Equal((250, false), (removed.Upto, removed.Broken));
        var verdict = await audit.VerifyAsync("202611");
        Assert.Equal((true, 30L, 251L), (verdict.Ok, verdict.Entries, verdict.From));
    }

    [Fact]
    public async Task It_can_be_verified_after_every_batch()
    {
        await WriteAsync(300);
        Time.Advance(TimeSpan.FromDays(2));

        await PurgeAsync(TimeSpan.FromDays(1), most: 1);

        var verdict = await audit.VerifyAsync("202611");
        Assert.Equal((true, 201L, 100L), (verdict.Ok, verdict.Entries, verdict.From));
    }

    [Fact]
    public async Task A_month_that_is_gone_altogether_still_carries_the_next()
    {
        await WriteAsync(120);
        Time.Advance(TimeSpan.FromDays(40));
        await PurgeAsync(TimeSpan.FromDays(15));
        await WriteAsync(1);

        Assert.True((await audit.VerifyAsync("202611")).Ok);
        var next = Assert.Single((await audit.ListAsync("202612", 10, null)).Entries);
        Assert.Equal((await audit.VerifyAsync("202611")).Head, next.Previous);
        Assert.True((await audit.VerifyAsync("202612")).Ok);
    }

    [Fact]
    public async Task Whoever_removes_one_more_entry_than_the_purge_is_found_out()
    {
        await WriteAsync(20);
        Time.Advance(TimeSpan.FromDays(2));
        await WriteAsync(20);
        await PurgeAsync(TimeSpan.FromDays(1));

        await Tables.Audit.DeleteEntityAsync("202611", AuditRows.Key(21));

        var found = Assert.Single((await audit.VerifyAsync("202611")).Breaks);
        Assert.Equal((21, "removed"), (found.Sequence, found.Kind));
    }

    [Fact]
    public async Task Whoever_moves_the_anchor_to_hide_that_is_found_out()
    {
        await WriteAsync(20);
        await Tables.Audit.DeleteEntityAsync("202611", AuditRows.Key(1));
        await Tables.Audit.AddEntityAsync(new TableEntity("202611", AuditRows.Anchor) { ["Sequence"] = 1L, ["Hash"] = new string('0', 64) });

        Assert.Equal("unlinked", Assert.Single((await audit.VerifyAsync("202611")).Breaks).Kind);
    }

    [Fact]
    public async Task A_broken_chain_is_kept_as_evidence()
    {
        await WriteAsync(20);
        var row = (await Tables.Audit.GetEntityAsync<TableEntity>("202611", AuditRows.Key(7))).Value;
        row["Outcome"] = "nothing";
        await Tables.Audit.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Replace);
        Time.Advance(TimeSpan.FromDays(2));

        Assert.True(Assert.Single(await PurgeAsync(TimeSpan.FromDays(1))).Broken);

        Assert.Equal(20, (await audit.VerifyAsync("202611")).Entries);
    }

    private Task<IReadOnlyList<PurgedAudit>> PurgeAsync(TimeSpan age, int most = int.MaxValue) =>
        audit.PurgeAsync(Time.GetUtcNow() - age, new PurgeBudget(Time, TimeSpan.FromMinutes(1), most));

    private Task WriteAsync(int entries) =>
        Task.WhenAll(Enumerable.Range(0, entries).Select(n => audit.AddAsync("o2c-1", "write", $"zoho/{n}", "written")));
}
