using System.Runtime.CompilerServices;
using System.Text.Json;
using Isthmus.Connectors.Http;
using Isthmus.Connectors.Json;
using Isthmus.Core.Failures;

namespace Isthmus.Connectors.Sage100;

public sealed partial class SageAgentClient
{
    private const int ReadsACall = 500;

    /// <summary>One record with its lines; null when there is none.</summary>
    public async Task<JsonElement?> ReadAsync(
        string objectName, IReadOnlyDictionary<string, string> key, CancellationToken cancellation = default) =>
        (await ReadBatchAsync(objectName, [key], cancellation))[0];

    /// <summary>
    /// Many records of one object with their lines, in the order of the keys; null where there is none. Keys are taken as they
    /// are needed, up to 500 a call.
    /// </summary>
    public async IAsyncEnumerable<JsonElement?> ReadManyAsync(
        string objectName, IEnumerable<IReadOnlyDictionary<string, string>> keys,
        [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        foreach (var batch in keys.Chunk(ReadsACall))
            foreach (var record in await ReadBatchAsync(objectName, batch, cancellation)) yield return record;
    }

    /// <summary>Records of an object in key order, page by page; one page is held at a time.</summary>
    /// <param name="objectName">The business object.</param>
    /// <param name="columns">The columns wanted; none for all, and lines.</param>
    /// <param name="equals">Columns that must have these values; none for all records.</param>
    /// <param name="updatedSince">Only what was created or changed since then, inclusive.</param>
    /// <param name="cancellation">Stops the calls.</param>
    public async IAsyncEnumerable<JsonElement> QueryAsync(
        string objectName, IReadOnlyList<string>? columns = null, IReadOnlyDictionary<string, string>? equals = null,
        DateTimeOffset? updatedSince = null, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var query = new SageQuery(objectName) { Columns = columns ?? [], EqualTo = equals, UpdatedSince = updatedSince };
        await foreach (var page in QueryPagesAsync(query, null, cancellation))
            foreach (var row in page.Rows) yield return row;
    }

    /// <summary>Pages of a query, from behind an earlier page: keep <see cref="SagePage.Next"/> to go on after a stop.</summary>
    /// <param name="query">What is asked for; the same for every page.</param>
    /// <param name="after"><see cref="SagePage.Next"/> of the last page taken; null to begin.</param>
    /// <param name="cancellation">Stops the calls.</param>
    public async IAsyncEnumerable<SagePage> QueryPagesAsync(
        SageQuery query, string? after, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        do
        {
            var page = await QueryPageAsync(query, after, cancellation);
            if (page.Next is not null && page.Next == after)
                throw new FailureException(TransportErrors.PageRepeats(SageOptions.Id, $"query {query.Object}"));
            yield return page;
            after = page.Next;
        }
        while (after is not null);
    }

    /// <summary>One page of a query.</summary>
    /// <param name="query">What is asked for.</param>
    /// <param name="after"><see cref="SagePage.Next"/> of the page before; null for the first.</param>
    /// <param name="cancellation">Stops the call.</param>
    public async Task<SagePage> QueryPageAsync(SageQuery query, string? after, CancellationToken cancellation = default)
    {
        var since = query.UpdatedSince is { } moment
            ? SageTime.Write(moment, (await AboutAsync(cancellation)).TimeZone) : ((string, string)?)null;
        var body = SageQueryJson.Query(query, since, after);
        var answer = await transport.AskAsync($"query {query.Object}", $"{Company}/query", body, cancellation);
        return new SagePage([.. answer.Items("rows")], answer.Text("next"));
    }

    private async Task<IReadOnlyList<JsonElement?>> ReadBatchAsync(
        string objectName, IReadOnlyDictionary<string, string>[] keys, CancellationToken cancellation)
    {
        var operation = $"read {objectName}";
        var answer = await transport.AskAsync(operation, $"{Company}/read", SageQueryJson.Read(objectName, keys), cancellation);
        var results = answer.Items("results").GroupBy(result => result.Text("ref") ?? "")
            .ToDictionary(group => group.Key, group => group.First());
        return [.. Enumerable.Range(1, keys.Length).Select(at => Record(results, $"{at}", operation))];
    }

    private static JsonElement? Record(Dictionary<string, JsonElement> results, string reference, string operation)
    {
        if (!results.TryGetValue(reference, out var result))
            throw new FailureException(SageResults.Missing(reference, operation));
        if (result.Text("outcome") is not "refused") return result.Member("record");
        throw new FailureException(SageOutcomes.Refused(SageWriteJson.ReadError(result), operation));
    }
}
