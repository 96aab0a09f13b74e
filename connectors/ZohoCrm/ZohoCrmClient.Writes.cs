using System.Text.Json;
using Isthmus.Connectors.Http;
using Isthmus.Core.Failures;

namespace Isthmus.Connectors.ZohoCrm;

public sealed partial class ZohoCrmClient
{
    /// <summary>The most records that one write takes.</summary>
    public const int MostRecords = 100;

    /// <summary>
    /// Makes records or changes those that have the same key, up to 100 in a call. Records without a key, or whose key an
    /// earlier one of the call has, are not sent. Rows of line items without an id are added to those that are there (see
    /// <see cref="CrmRows"/>): such a call is never repeated blindly.
    /// </summary>
    /// <param name="module">The module's API name.</param>
    /// <param name="records">The records, JSON objects.</param>
    /// <param name="keyField">The unique field that decides which record is which; compared without case.</param>
    /// <param name="trigger">Which automations run.</param>
    /// <param name="cancellation">Ends the call.</param>
    /// <returns>One result a record, in their order.</returns>
    public async Task<IReadOnlyList<CrmWrite>> UpsertAsync(
        string module, IReadOnlyList<JsonElement> records, string keyField, CrmTrigger trigger,
        CancellationToken cancellation = default)
    {
        var batch = new KeyedBatch(records, Coql.RequireName(keyField));
        if (batch.Sent.Count == 0) return batch.Complete([]);
        var body = CrmBody.Write(batch.Sent, trigger, keyField);
        var call = Write("upsert records", HttpMethod.Post, $"/{Module(module)}/upsert", body, batch.Sent) with
        {
            Repeatable = !CrmRows.AnyNew(batch.Sent),
        };
        var results = await ResultsAsync(call, batch.Sent, cancellation);
        return batch.Complete(await TellAsync(module, batch.Sent, results, cancellation));
    }

    /// <summary>
    /// Changes records by their <c>id</c>, up to 100 in a call: what is absent stays, null clears.
    /// </summary>
    public async Task<IReadOnlyList<CrmWrite>> UpdateAsync(
        string module, IReadOnlyList<JsonElement> records, CrmTrigger trigger, CancellationToken cancellation = default)
    {
        var body = CrmBody.Write(records, trigger, null);
        var call = Write("update records", HttpMethod.Put, $"/{Module(module)}", body, records) with
        {
            Repeatable = !CrmRows.AnyNew(records),
        };
        return await TellAsync(module, records, await ResultsAsync(call, records, cancellation), cancellation);
    }

    private static ApiCall Write(
        string operation, HttpMethod method, string path, ReadOnlyMemory<byte> body, IReadOnlyList<JsonElement> records) =>
        records.Count <= MostRecords
            ? new ApiCall(operation, method, path) { Body = body, Weight = Math.Max(1, (records.Count + 9) / 10) }
            : throw new FailureException(new Failure(
                FailureClass.Bug, ZohoCrmOptions.Id, operation, "too-many-records",
                $"{records.Count} records were given to a call that takes {MostRecords}.", "Report it: the call itself is wrong."));

    private async Task<IReadOnlyList<CrmWrite>> TellAsync(
        string module, IReadOnlyList<JsonElement> records, IReadOnlyList<CrmWrite> results, CancellationToken cancellation)
    {
        if (watchers.Value.Count == 0) return results;
        var written = results.Select((result, at) => (Result: result, Fields: records[at]))
            .Where(each => each.Result is { Failure: null, Id: not null })
            .Select(each => (each.Result.Id!, each.Fields, each.Result.Created)).ToList();
        foreach (var watcher in watchers.Value) await watcher.WrittenAsync(module, written, cancellation);
        return results;
    }

    private async Task<IReadOnlyList<CrmWrite>> ResultsAsync(
        ApiCall call, IReadOnlyList<JsonElement> sent, CancellationToken cancellation)
    {
        if (sent.Count == 0) return [];
        var answer = await api.AskAsync(call, heavy: call.Weight > 1, cancellation);
        return CrmResults.Read(call, answer, sent);
    }
}
