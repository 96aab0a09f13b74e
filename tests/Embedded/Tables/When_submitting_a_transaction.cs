using Azure;
using Azure.Data.Tables;

namespace Isthmus.Embedded.Tests.Tables;

public sealed class When_submitting_a_transaction : TableSuite
{
    private static TableTransactionAction Do(TableTransactionActionType type, TableEntity entity, ETag etag = default) =>
        new(type, entity, etag);

    private static TableTransactionAction Add(string row) => Do(TableTransactionActionType.Add, Entity(row));

    private async Task RefusedAtAsync(int? index, int status, string code, params TableTransactionAction[] actions)
    {
        var refused = await Assert.ThrowsAsync<TableTransactionFailedException>(() => Table.SubmitTransactionAsync(actions));
        Assert.Equal((index, status, code), (refused.FailedTransactionActionIndex, refused.Status, refused.ErrorCode));
    }

    [Fact]
    public async Task All_kinds_of_changes_take_effect_together()
    {
        foreach (var row in (string[])["merge", "replace", "delete", "upsert"]) await Table.AddEntityAsync(Entity(row, ("A", 1)));
        var answers = await Table.SubmitTransactionAsync(
        [
            Add("add"),
            Do(TableTransactionActionType.UpdateMerge, Entity("merge", ("B", 2))),
            Do(TableTransactionActionType.UpdateReplace, Entity("replace", ("B", 2))),
            Do(TableTransactionActionType.Delete, Entity("delete")),
            Do(TableTransactionActionType.UpsertMerge, Entity("upsert", ("B", 2))),
            Do(TableTransactionActionType.UpsertReplace, Entity("new", ("B", 2))),
        ]);
        var shapes = Table.Query<TableEntity>().Select(e =>
            e.RowKey + (e.ContainsKey("A") ? "A" : "") + (e.ContainsKey("B") ? "B" : ""));
        Assert.Equal(["add", "mergeAB", "newB", "replaceB", "upsertAB"], shapes);
        Assert.All(answers.Value, a => Assert.Equal(204, a.Status));
        Assert.Equal((await Table.GetEntityAsync<TableEntity>("p", "add")).Value.ETag, answers.Value[0].Headers.ETag);
    }

    [Fact]
    public async Task One_refusal_undoes_all_and_names_its_index()
    {
        await Table.AddEntityAsync(Entity("there"));
        await RefusedAtAsync(1, 409, "EntityAlreadyExists", Add("new"), Add("there"), Add("other"));
        Assert.Equal("there", Assert.Single(Table.Query<TableEntity>()).RowKey);
    }

    [Fact]
    public async Task A_condition_that_does_not_hold_undoes_all()
    {
        var old = (await Table.AddEntityAsync(Entity("r"))).Headers.ETag!.Value;
        await Table.UpsertEntityAsync(Entity("r", ("N", 1)));
        await RefusedAtAsync(1, 412, "UpdateConditionNotSatisfied", Add("new"),
            Do(TableTransactionActionType.UpdateMerge, Entity("r"), old));
        Assert.Single(Table.Query<TableEntity>());
    }

    [Fact]
    public Task A_missing_entity_undoes_all() =>
        RefusedAtAsync(0, 404, "ResourceNotFound", Do(TableTransactionActionType.Delete, Entity("none")), Add("new"));

    [Fact]
    public Task Another_partition_is_refused() => RefusedAtAsync(
        1, 400, "CommandsInBatchActOnDifferentPartitions", Add("a"),
            Do(TableTransactionActionType.Add, new TableEntity("q", "b")));

    [Fact]
    public Task An_entity_can_appear_only_once() => RefusedAtAsync(1, 400, "InvalidDuplicateRow", Add("a"), Add("a"));

    [Fact]
    public async Task A_hundred_changes_are_the_most()
    {
        await Table.SubmitTransactionAsync(Enumerable.Range(0, 100).Select(i => Add($"a{i}")));
        await RefusedAtAsync(99, 400, "InvalidInput", [.. Enumerable.Range(0, 101).Select(i => Add($"b{i}"))]);
        Assert.Equal(100, Table.Query<TableEntity>().Count());
    }

    [Fact]
    public Task Four_MiB_are_the_most() => RefusedAtAsync(
        null, 413, "RequestBodyTooLarge",
        [.. Enumerable.Range(0, 70).Select(i => Do(
            TableTransactionActionType.Add, Entity($"r{i}", ("D", new byte[64 * 1024]))))]);

    [Fact]
    public Task An_empty_one_is_refused() =>
        Assert.ThrowsAsync<InvalidOperationException>(() => Table.SubmitTransactionAsync([]));

    [Fact]
    public async Task A_missing_table_is_told()
    {
        var refused = await Assert.ThrowsAsync<TableTransactionFailedException>(
            () => Service.GetTableClient("Missing").SubmitTransactionAsync([Add("a")]));
        Assert.Equal((404, "TableNotFound"), (refused.Status, refused.ErrorCode));
    }
}
