using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Isthmus.Connectors.Http;
using Isthmus.Connectors.Json;
using Isthmus.Core.Failures;

namespace Isthmus.Connectors.Sage100;

/// <summary>
/// The agent's protocol, version 1: business objects of one Sage 100 company. Trouble with a call throws
/// <see cref="FailureException"/>; trouble with one record is its result. Source: docs/sage-100-agent-protocol.md.
/// </summary>
public sealed class SageAgentClient
{
    private const int RecordsACall = 200;
    private const int BytesACall = 2 * 1024 * 1024;
    private readonly SageOptions options;
    private readonly SageTransport transport;
    private readonly SageCache<SageAbout> about;
    private readonly SageCache<SageDictionary> dictionaries;

    internal SageAgentClient(SageOptions options, SageTransport transport, TimeProvider time)
    {
        (this.options, this.transport) = (options, transport);
        (about, dictionaries) = (new(time), new(time));
    }

    /// <summary>
    /// For a step that leaves traces before its first call: asks first whether it may call now. Outside of a
    /// <see cref="CallTurn"/> it always may.
    /// </summary>
    /// <exception cref="Core.Failures.FailureException">It has to come back: <see cref="Core.Failures.Failure.TurnLater"/>.</exception>
    public void BeginTurn() => transport.BeginTurn();

    /// <summary>The agent, its host and its companies. Remembered for an hour.</summary>
    public Task<SageAbout> AboutAsync(CancellationToken cancellation = default) => about.GetAsync("about",
        async () => SageAbout.Read(await transport.GetAsync("read about", "/about", CancellationToken.None)), cancellation);

    internal Task PingAsync(CancellationToken cancellation) =>
        transport.GetAsync("read dictionary", $"{Company}/objects/AR_Customer", cancellation);

    /// <summary>An object's columns and their lengths at this host. Remembered for an hour.</summary>
    public Task<SageDictionary> DictionaryAsync(string objectName, CancellationToken cancellation = default) =>
        dictionaries.GetAsync(objectName,
        async () => SageDictionary.Read(await transport.GetAsync(
            "read dictionary", $"{Company}/objects/{Query.Segment(objectName)}", CancellationToken.None)), cancellation);

    /// <summary>One record with its lines; null when there is none.</summary>
    public async Task<JsonElement?> ReadAsync(
        string objectName, IReadOnlyDictionary<string, string> key, CancellationToken cancellation = default)
    {
        var operation = $"read {objectName}";
        var answer = await transport.AskAsync(operation, $"{Company}/read", SageQueryJson.Read(objectName, key), cancellation);
        var result = answer.Items("results").FirstOrDefault();
        if (result.Text("outcome") is not "refused") return result.Member("record");
        throw new FailureException(SageOutcomes.Refused(SageWriteJson.ReadError(result), operation));
    }

    /// <summary>Records of an object in key order, page by page.</summary>
    /// <param name="objectName">The business object.</param>
    /// <param name="columns">The columns wanted; none for all.</param>
    /// <param name="equals">Columns that must have these values; none for all records.</param>
    /// <param name="updatedSince">Only what was created or changed since then, inclusive.</param>
    /// <param name="cancellation">Stops the calls.</param>
    public async IAsyncEnumerable<JsonElement> QueryAsync(
        string objectName, IReadOnlyList<string>? columns = null, IReadOnlyDictionary<string, string>? equals = null,
        DateTimeOffset? updatedSince = null, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var since = updatedSince is { } moment
            ? SageTime.Write(moment, (await AboutAsync(cancellation)).TimeZone) : ((string, string)?)null;
        string? after = null;
        do
        {
            var body = SageQueryJson.Query(objectName, columns ?? [], equals, since, after);
            var page = await transport.AskAsync($"query {objectName}", $"{Company}/query", body, cancellation);
            foreach (var row in page.Items("rows")) yield return row;
            var previous = after;
            after = page.Text("next");
            if (after is not null && after == previous) throw new FailureException(Stuck($"query {objectName}"));
        }
        while (after is not null);
    }

    /// <summary>
    /// Takes the next document number for good. Remember it before it is used; a lost answer leaves a harmless gap.
    /// </summary>
    public async Task<string> NextNumberAsync(string objectName, CancellationToken cancellation = default)
    {
        var operation = $"take number of {objectName}";
        var body = JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["object"] = objectName });
        var answer = await transport.ChangeAsync(operation, $"{Company}/numbers", body, repeatable: true, cancellation);
        return answer.Text("number") ?? throw new FailureException(
            TransportErrors.Malformed(SageOptions.Id, new ApiCall(operation, HttpMethod.Post, ""), 200).Failure);
    }

    /// <summary>Writes records, each whole or not at all; the results are in the order of the records.</summary>
    public async Task<IReadOnlyList<SageWriteResult>> WriteAsync(IReadOnlyList<SageWrite> records,
        CancellationToken cancellation = default)
    {
        var results = new List<SageWriteResult>(records.Count);
        foreach (var batch in SageBatches.Of(records, RecordsACall, BytesACall))
        {
            // A repeated create answers "exists", a repeated update sets the same, a repeated delete would say "not found".
            var repeatable = batch.All(record => record.Mode != SageMode.Delete);
            var answer = await transport.ChangeAsync(Operation(batch), $"{Company}/write", SageWriteJson.Write(batch),
                repeatable, cancellation);
            results.AddRange(SageResults.InOrder(batch, SageWriteJson.Read(answer), Operation(batch)));
        }
        return results;
    }

    /// <summary>Creates one record. Written, WrittenWithWarning and Exists come back; every other outcome throws.</summary>
    /// <param name="objectName">The business object.</param>
    /// <param name="key">Its key columns.</param>
    /// <param name="body"><c>{"values":{...},"lines":[...]}</c></param>
    /// <param name="cancellation">Stops the call.</param>
    public async Task<SageWriteResult> CreateAsync(
        string objectName, IReadOnlyDictionary<string, string> key, ReadOnlyMemory<byte> body,
        CancellationToken cancellation = default)
    {
        var results = await WriteAsync([new SageWrite("1", objectName, SageMode.Create, key, body)], cancellation);
        return results[0].Outcome == SageOutcome.Exists ? results[0] : Good(results[0], $"create {objectName}");
    }

    /// <summary>Changes the columns named in the body of one record; throws when Sage does not.</summary>
    /// <param name="objectName">The business object.</param>
    /// <param name="key">Its key columns.</param>
    /// <param name="body"><c>{"values":{...},"lines":[...]}</c>, lines with their LineKey.</param>
    /// <param name="cancellation">Stops the call.</param>
    public async Task<SageWriteResult> UpdateAsync(
        string objectName, IReadOnlyDictionary<string, string> key, ReadOnlyMemory<byte> body,
        CancellationToken cancellation = default) =>
        Good((await WriteAsync([new SageWrite("1", objectName, SageMode.Update, key, body)], cancellation))[0],
            $"update {objectName}");

    private static SageWriteResult Good(SageWriteResult result, string operation) =>
        SageOutcomes.FailureOf(result, operation) is { } failure ? throw new FailureException(failure) : result;

    private static Failure Stuck(string operation) => new(FailureClass.Transient, SageOptions.Id, operation, "page-repeats",
        "A page says that it is followed by itself.", "It is tried again later.");

    private string Company => $"/companies/{Query.Segment(options.Company)}";

    private static string Operation(IReadOnlyList<SageWrite> batch) =>
        batch.Count == 1 ? $"{batch[0].Mode.ToString().ToLowerInvariant()} {batch[0].Object}" : "write records";
}
