using Azure;
using Azure.Data.Tables;
using Isthmus.Embedded.Storage;
using Isthmus.Tests.Support;

namespace Isthmus.Embedded.Tests.Model.Tables;

/// <summary>A table of the stand-in, told in the words of the model.</summary>
internal sealed class RealTable : IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly ManualTime time = new();
    private readonly TableClient table;
    private EmbeddedStore store;

    private RealTable()
    {
        store = EmbeddedStore.Open(folder.Path, time);
        table = new TableClient($"IsthmusHome={folder.Path}", "Orders");
    }

    public LostAnswers Answers { get; } = new();

    public Versions Versions { get; } = new();

    public static async Task<RealTable> CreateAsync()
    {
        var real = new RealTable();
        await real.table.CreateAsync();
        real.store.Faults = real.Answers;
        return real;
    }

    public async Task<string> ApplyAsync(Change change)
    {
        var entity = Entity(change);
        var condition = Condition(change);
        try
        {
            var mode = change.Kind is ChangeKind.Merge or ChangeKind.UpsertMerge ? TableUpdateMode.Merge : TableUpdateMode.Replace;
            var response = change.Kind switch
            {
                ChangeKind.Add => await table.AddEntityAsync(entity),
                ChangeKind.Delete => await table.DeleteEntityAsync(change.Partition, change.Row, condition),
                ChangeKind.UpsertMerge or ChangeKind.UpsertReplace => await table.UpsertEntityAsync(entity, mode),
                _ => await table.UpdateEntityAsync(entity, condition, mode),
            };
            return response.Status == 404 ? Versions.Token(404) : Token(response);
        }
        catch (RequestFailedException refused) { return $"{refused.Status} {refused.ErrorCode}"; }
        catch (IOException) { return LostAnswers.Lost; }
    }

    public async Task<string> ApplyAllAsync(IReadOnlyList<Change> changes)
    {
        try
        {
            var answers = await table.SubmitTransactionAsync(changes.Select(Action));
            return string.Join(",", answers.Value.Select(Token));
        }
        catch (TableTransactionFailedException refused)
        {
            return $"{refused.FailedTransactionActionIndex}: {refused.Status} {refused.ErrorCode}";
        }
        catch (IOException) { return LostAnswers.Lost; }
    }

    public async Task<string> GetAsync(string partition, string row, string[] select)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(partition, row, select);
        return found.HasValue ? Told(found.Value!) : "404";
    }

    public async Task<List<string>> QueryAsync(string? filter, int? page, string[] select)
    {
        var told = new List<string>();
        await foreach (var some in table.QueryAsync<TableEntity>(filter, page, select).AsPages())
        {
            Assert.InRange(some.Values.Count, 0, page ?? 1000);
            told.AddRange(some.Values.Select(Told));
        }
        return told;
    }

    public async Task RestartAsync(bool crash)
    {
        if (crash) store.Refuse();
        await store.DisposeAsync();
        time.Advance(TimeSpan.FromSeconds(1));
        store = EmbeddedStore.Open(folder.Path, time);
        store.Faults = Answers;
    }

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        folder.Dispose();
    }

    private ETag Condition(Change change) =>
        change.Version is { } version ? new ETag(Versions.ETagOf(version)) : ETag.All;

    private TableTransactionAction Action(Change change) => new(
        Enum.Parse<TableTransactionActionType>(change.Kind is ChangeKind.Merge or ChangeKind.Replace ? $"Update{change.Kind}" : $"{change.Kind}"),
        Entity(change), Condition(change));

    private static TableEntity Entity(Change change)
    {
        var entity = new TableEntity(change.Partition, change.Row);
        foreach (var (name, value) in change.Properties) entity[name] = value;
        return entity;
    }

    private static string Token(Response response) => Versions.Token(response.Headers.ETag?.ToString() ?? "0");

    private static string Told(TableEntity entity) => Versions.Token(entity.ETag.ToString()) + Samples.Told(
        entity.Where(p => p.Key is not ("odata.etag" or "Timestamp")));
}
