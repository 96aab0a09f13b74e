using System.Collections.Concurrent;
using Azure;
using Azure.Data.Tables;
using FsCheck.Fluent;
using Isthmus.Embedded.Tests.Storage;
using Xunit.Abstractions;

namespace Isthmus.Embedded.Tests.Model.Tables;

/// <summary>
/// Several tasks update one entity by its version. That each version is replaced once at most, and all of them form one chain, is
/// what linearizable means for updates that name the version before.
/// </summary>
public sealed class When_tasks_compete_for_an_entity(ITestOutputHelper output)
{
    private const int Tasks = 6;

    [Fact]
    public async Task Their_updates_stand_in_one_line() => output.WriteLine(
        $"{await Trials.PlayAsync(Gen.Choose(0, 5), length: 30, CompeteAsync)} races");

    private static async Task CompeteAsync(IReadOnlyList<int> moves)
    {
        await using var account = new TestAccount();
        var table = new TableClient(account.ConnectionString, "Orders");
        await table.CreateAsync();
        var first = (await table.AddEntityAsync(new TableEntity("p", "r") { ["Count"] = 0 })).Headers.ETag!.Value;
        var links = new ConcurrentBag<(ETag Before, ETag After, int Count)>();
        await Task.WhenAll(Enumerable.Range(0, Tasks).Select(n => Task.Run(() => UpdateAsync(table, [.. moves.Skip(n % 3)], links))));

        Assert.Equal(links.Count, links.DistinctBy(link => link.Before).Count());
        var next = links.ToDictionary(link => link.Before);
        var (etag, count) = (first, 0);
        while (next.Remove(etag, out var link))
        {
            Assert.Equal(++count, link.Count);
            etag = link.After;
        }
        Assert.Empty(next);
        var last = (await table.GetEntityAsync<TableEntity>("p", "r")).Value;
        Assert.Equal((etag, count), (last.ETag, last.GetInt32("Count")));
    }

    private static async Task UpdateAsync(TableClient table, List<int> moves, ConcurrentBag<(ETag, ETag, int)> links)
    {
        foreach (var move in moves)
        {
            var seen = (await table.GetEntityAsync<TableEntity>("p", "r")).Value;
            var count = seen.GetInt32("Count")!.Value + 1;
            var changed = new TableEntity("p", "r") { ["Count"] = count };
            try
            {
                var etag = move < 4
                    ? (await table.UpdateEntityAsync(changed, seen.ETag, move < 2 ? TableUpdateMode.Merge : TableUpdateMode.Replace)).Headers.ETag
                    : (await table.SubmitTransactionAsync([
                        new(TableTransactionActionType.UpsertReplace, new TableEntity("p", "other")),
                        new(TableTransactionActionType.UpdateReplace, changed, seen.ETag)])).Value[1].Headers.ETag;
                links.Add((seen.ETag, etag!.Value, count));
            }
            catch (RequestFailedException lost) when (lost.Status == 412) { }
        }
    }
}
