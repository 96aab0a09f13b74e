using Azure;
using Azure.Data.Tables;
using Isthmus.Core.Audit;
using Isthmus.Core.Tests.Ledgers;

namespace Isthmus.Core.Tests.Audit;

public sealed class When_the_audit_is_verified : LedgerTest
{
    private string Month => Time.GetUtcNow().ToString("yyyyMM");

    [Fact]
    public async Task An_untouched_chain_is_whole()
    {
        await WriteAsync(250);

        var verdict = await VerifyAsync();

        Assert.True(verdict.Ok);
        Assert.Equal(250, verdict.Entries);
    }

    [Fact]
    public async Task One_changed_byte_is_found()
    {
        await WriteAsync(20);
        var row = await RowAsync(7);
        row["Outcome"] = "writteN";
        await Tables.Audit.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Replace);

        Assert.Equal((7, "changed"), Only(await VerifyAsync()));
    }

    [Fact]
    public async Task A_changed_entry_with_a_hash_to_match_is_found()
    {
        await WriteAsync(20);
        var row = await RowAsync(7);
        var forged = (await new AuditTrail(Tables, Time).ListAsync(Month, 50, null)).Entries.Single(e => e.Sequence == 7) with { Actor = "nobody" };
        row["Actor"] = "nobody";
        row["Hash"] = AuditHash.Of(forged);
        await Tables.Audit.UpdateEntityAsync(row, ETag.All, TableUpdateMode.Replace);

        Assert.Equal((7, "unlinked"), Only(await VerifyAsync()));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(12)]
    [InlineData(20)]
    public async Task One_removed_row_is_found(int sequence)
    {
        await WriteAsync(20);
        await Tables.Audit.DeleteEntityAsync(Month, (await RowAsync(sequence)).RowKey);

        Assert.Equal((sequence, "removed"), Only(await VerifyAsync()));
    }

    [Fact]
    public async Task Two_rows_that_changed_places_are_found()
    {
        await WriteAsync(20);
        var (one, other) = (await RowAsync(5), await RowAsync(6));
        (one.RowKey, other.RowKey) = (other.RowKey, one.RowKey);
        await Tables.Audit.UpdateEntityAsync(one, ETag.All, TableUpdateMode.Replace);
        await Tables.Audit.UpdateEntityAsync(other, ETag.All, TableUpdateMode.Replace);

        var verdict = await VerifyAsync();

        Assert.Equal([(6, "reordered"), (5, "reordered")], verdict.Breaks.Select(b => (b.Sequence, b.Kind)));
    }

    [Fact]
    public async Task An_entry_put_on_top_is_found()
    {
        await WriteAsync(3);
        var row = await RowAsync(3);
        row.RowKey = AuditRows.Key(4);
        row["Sequence"] = 4L;
        await Tables.Audit.AddEntityAsync(row);

        Assert.Contains((await VerifyAsync()).Breaks, b => b.Sequence == 4);
    }

    private async Task WriteAsync(int entries)
    {
        var trail = new AuditTrail(Tables, Time);
        await Task.WhenAll(Enumerable.Range(0, entries).Select(n => trail.AddAsync("o2c-1", "write", $"zoho/{n}", "written", "map@1", ["a", "b"])));
    }

    private Task<AuditVerdict> VerifyAsync() => new AuditTrail(Tables, Time).VerifyAsync(Month);

    private async Task<TableEntity> RowAsync(long sequence) =>
        (await Tables.Audit.GetEntityAsync<TableEntity>(Month, AuditRows.Key(sequence))).Value;

    private static (long, string) Only(AuditVerdict verdict)
    {
        var found = Assert.Single(verdict.Breaks);
        return (found.Sequence, found.Kind);
    }
}
