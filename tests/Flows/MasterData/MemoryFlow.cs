using System.Collections.Concurrent;
using System.Text.Json;
using Isthmus.Core.Mapping;
using Isthmus.Core.MasterData;

namespace Isthmus.Flows.Tests.MasterData;

/// <summary>A source that is a list in memory, carried to the CRM by the road that all sources take.</summary>
internal sealed class MemoryFlow(string name, string module, string mapping, TimeProvider time) : IMasterFlow
{
    private const string Last = "~again";

    private readonly ConcurrentDictionary<string, (JsonElement Body, DateTimeOffset At)> records = new(StringComparer.Ordinal);

    public string Name => name;

    public string Connection => "sage-100";

    public string Module => module;

    public string Mapping => mapping;

    /// <summary>Once a day, so that the app's clock does not look before a test does.</summary>
    public Cadence Cadence { get; set; } = Cadence.Daily;

    public TimeSpan Overlap => TimeSpan.FromMinutes(1);

    public bool Enabled { get; set; } = true;

    /// <summary>The flow that <c>account</c> of a record points to.</summary>
    public string Accounts { get; init; } = "test-parties";

    /// <summary>Whether records that say <c>settled</c> are left out at night.</summary>
    public bool Settles { get; set; }

    /// <summary>What happens before a record is asked for.</summary>
    public Action<string>? BeforeFind { get; set; }

    /// <summary>What happens before a page is shown.</summary>
    public Func<SourceQuery, Task>? BeforePage { get; set; }

    /// <summary>Keys of records that come once more, on a page of their own behind the others.</summary>
    public IReadOnlyList<string> Again { get; set; } = [];

    public IEnumerable<string> Keys => records.Keys.Order(StringComparer.Ordinal);

    public void Put(string key, object body) => records[key] = (JsonSerializer.SerializeToElement(body), time.GetUtcNow());

    public void Remove(string key) => records.TryRemove(key, out _);

    public JsonElement Body(string key) => records[key].Body;

    public Task<long?> CountAsync(CancellationToken cancellation) => Task.FromResult<long?>(records.Count);

    public async Task<SourcePage> PageAsync(SourceQuery query, CancellationToken cancellation)
    {
        if (BeforePage is { } before) await before(query);
        if (query.After == Last) return new SourcePage([.. Again.Select(key => Record(key, records[key].Body))], null);
        var shown = records.Where(record => query.Since is null || record.Value.At >= query.Since)
            .Where(record => query.UnsettledAt is null || Text(record.Value.Body, "settled") is null)
            .Where(record => query.After is null || string.CompareOrdinal(record.Key, query.After) > 0)
            .OrderBy(record => record.Key, StringComparer.Ordinal).Take(query.Size + 1).ToList();
        var page = shown.Take(query.Size).Select(record => Record(record.Key, record.Value.Body)).ToList();
        return new SourcePage(page, shown.Count > query.Size ? page[^1].Key : Again.Count > 0 ? Last : null);
    }

    public Task<SourceRecord?> FindAsync(string key, CancellationToken cancellation)
    {
        BeforeFind?.Invoke(key);
        return Task.FromResult(records.TryGetValue(key, out var record) ? Record(key, record.Body) : null);
    }

    public MappingContext ContextOf(SourceRecord record) => MappingContext.Empty;

    public IReadOnlyList<RecordLink> LinksOf(SourceRecord record)
    {
        var links = new List<RecordLink>();
        if (Text(record.Body, "account") is { } account) links.Add(new("Account_Name", Accounts, account));
        if (Text(record.Body, "parent") is { } parent) links.Add(new("Parent_Account", name, parent, Required: false));
        return links;
    }

    private static SourceRecord Record(string key, JsonElement body) => new(key, body) { Skip = Text(body, "skip") };

    private static string? Text(JsonElement body, string name) => body.TryGetProperty(name, out var value) ? value.GetString() : null;
}
