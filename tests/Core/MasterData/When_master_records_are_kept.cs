using System.Text.Json;
using Isthmus.Core.MasterData;
using Isthmus.Core.Tests.Ledgers;

namespace Isthmus.Core.Tests.MasterData;

public sealed class When_master_records_are_kept : LedgerTest
{
    private const string Flow = "sage-100-customers";

    private MasterStore Store => new(Tables);

    private WaitingRecords Waiting => new(Tables);

    [Fact]
    public async Task They_are_found_by_key_and_by_the_CRM_s_id()
    {
        await Store.KeepAsync(Flow, Enumerable.Range(0, 250).Select(n => (Record(n), (string?)null)));
        var found = await Store.FindAsync(Flow, ["01-C0007", "01-C0200", "01-NONE"]);
        Assert.Equal(["01-C0007", "01-C0200"], found.Keys.Order());
        Assert.Equal("id-7", found["01-C0007"].CrmId);
        Assert.Equal("01-C0123", (await Store.FindByIdAsync(Flow, "id-123"))!.Key);
        Assert.Null(await Store.FindByIdAsync("another-flow", "id-123"));
        Assert.Equal(250, await Store.AllAsync(Flow).CountAsync());
    }

    [Theory]
    [InlineData("株式会社")]
    [InlineData("Łódź")]
    [InlineData("~1")]
    public async Task A_key_of_any_script_is_among_all_and_among_those_that_wait(string key)
    {
        await Store.KeepAsync(Flow, [(new KeptRecord(key) { CrmId = "1" }, null)]);
        await Waiting.AddAsync(Flow, [new WaitingRecord(key)]);
        Assert.Equal(key, Assert.Single(await Store.AllAsync(Flow).ToListAsync()).Key);
        Assert.Equal(key, Assert.Single(await Waiting.ListAsync(Flow).ToListAsync()).Key);
    }

    [Fact]
    public async Task A_record_that_got_another_id_is_found_by_that_one_only()
    {
        await Store.KeepAsync(Flow, [(Record(1), null)]);
        await Store.KeepAsync(Flow, [(Record(1) with { CrmId = "other" }, "id-1")]);
        Assert.Null(await Store.FindByIdAsync(Flow, "id-1"));
        Assert.Equal("01-C0001", (await Store.FindByIdAsync(Flow, "other"))!.Key);
    }

    [Fact]
    public async Task Nothing_of_what_is_kept_is_lost()
    {
        var record = Record(1) with
        {
            Fields = FieldMarks.Of("01-C0001", JsonElement.Parse("""{"Account_Name":"Harbor"}""")), Refused = "r", RunId = "run",
            Standing = RecordStanding.Held,
        };
        await Store.KeepAsync(Flow, [(record, null)]);
        var read = (await Store.FindAsync(Flow, record.Key))!;
        Assert.Equal(record with { Fields = null }, read with { Fields = null });
        Assert.Equal($"{record.Fields}", $"{read.Fields}");
    }

    [Fact]
    public async Task Who_waits_again_since_it_was_listed_goes_on_waiting()
    {
        await Waiting.AddAsync(Flow, [new WaitingRecord("01-A") { Needs = [("flow", "key 1"), ("flow", "key 2")] }, new WaitingRecord("01-B")]);
        var listed = await Waiting.ListAsync(Flow).ToListAsync();
        Assert.Equal([("flow", "key 1"), ("flow", "key 2")], listed[0].Needs);
        await Waiting.AddAsync(Flow, [new WaitingRecord("01-A")]);
        foreach (var record in listed) await Waiting.RemoveAsync(Flow, record);
        Assert.Equal("01-A", Assert.Single(await Waiting.ListAsync(Flow).ToListAsync()).Key);
        Assert.Equal(1, await Waiting.CountAsync(Flow, 10));
    }

    [Fact]
    public async Task Two_who_change_a_flow_s_state_take_turns()
    {
        var states = new FlowStates(Tables);
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => states.ChangeAsync(
            Flow, state => state with { Until = (state.Until ?? DateTimeOffset.UnixEpoch).AddDays(1) })));
        Assert.Equal(DateTimeOffset.UnixEpoch.AddDays(10), (await states.FindAsync(Flow)).Until);
    }

    private static KeptRecord Record(int n) => new($"01-C{n:D4}") { CrmId = $"id-{n}", Mark = $"mark-{n}" };
}
