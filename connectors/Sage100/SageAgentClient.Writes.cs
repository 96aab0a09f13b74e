using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Isthmus.Connectors.Http;
using Isthmus.Core.Failures;

namespace Isthmus.Connectors.Sage100;

public sealed partial class SageAgentClient
{
    private const int BytesACall = 2 * 1024 * 1024;

    /// <summary>
    /// Takes the next document number for good. Remember it before it is used; a lost answer leaves a harmless gap.
    /// </summary>
    public async Task<string> NextNumberAsync(string objectName, CancellationToken cancellation = default)
    {
        var operation = $"take number of {objectName}";
        var body = JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["object"] = objectName });
        var answer = await transport.ChangeAsync(operation, $"{Company}/numbers", body, repeatable: true, cancellation);
        return answer.Id("number", SageOptions.Id, operation);
    }

    /// <summary>Writes records, each whole or not at all; the results are in the order of the records.</summary>
    public async Task<IReadOnlyList<SageWriteResult>> WriteAsync(
        IReadOnlyList<SageWrite> records, CancellationToken cancellation = default) =>
        await WriteManyAsync(records.ToAsyncEnumerable(), cancellation).ToListAsync(cancellation);

    /// <summary>
    /// Writes records as they come, a call at a time, each whole or not at all. Results come in the order of the records;
    /// what one record meets is its result, and what a call meets throws after the results of the calls before it.
    /// </summary>
    public async IAsyncEnumerable<SageWriteResult> WriteManyAsync(
        IAsyncEnumerable<SageWrite> records, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (var batch in SageBatches.Of(records, options.RecordsACall, BytesACall, cancellation))
        {
            var answers = await CallAsync(batch, cancellation);
            foreach (var record in batch) yield return answers.Of(record.Ref);
        }
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
        var result = await WriteOneAsync(objectName, SageMode.Create, key, body, cancellation);
        return result.Outcome == SageOutcome.Exists ? result : Good(result, $"create {objectName}");
    }

    /// <summary>Changes the columns named in the body of one record; throws when Sage does not.</summary>
    /// <param name="objectName">The business object.</param>
    /// <param name="key">Its key columns.</param>
    /// <param name="body"><c>{"values":{...},"lines":[...]}</c>, lines with their LineKey, or with the
    /// UDF_EXTERNAL_LINE under which they are changed or added once.</param>
    /// <param name="cancellation">Stops the call.</param>
    public async Task<SageWriteResult> UpdateAsync(
        string objectName, IReadOnlyDictionary<string, string> key, ReadOnlyMemory<byte> body,
        CancellationToken cancellation = default) =>
        Good(await WriteOneAsync(objectName, SageMode.Update, key, body, cancellation), $"update {objectName}");

    /// <summary>
    /// Deletes one record, which is how an order is cancelled. Written and NotFound come back (history tells whether it was
    /// deleted before); every other outcome throws.
    /// </summary>
    /// <param name="objectName">The business object.</param>
    /// <param name="key">Its key columns.</param>
    /// <param name="cancelReason">A code of SO_CancelReasonCode; null for none.</param>
    /// <param name="cancellation">Stops the call.</param>
    public async Task<SageWriteResult> DeleteAsync(
        string objectName, IReadOnlyDictionary<string, string> key, string? cancelReason = null,
        CancellationToken cancellation = default)
    {
        var body = cancelReason is null ? [] : JsonSerializer.SerializeToUtf8Bytes(
            new JsonObject { ["values"] = new JsonObject { ["CancelReasonCode"] = cancelReason } });
        var result = await WriteOneAsync(objectName, SageMode.Delete, key, body, cancellation);
        return result.Outcome == SageOutcome.NotFound ? result : Good(result, $"delete {objectName}");
    }

    /// <summary>Deletes go alone: a call with one in it could not be repeated.</summary>
    private async Task<SageWriteResult> WriteOneAsync(string objectName, SageMode mode,
        IReadOnlyDictionary<string, string> key, ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        var record = new SageWrite("1", objectName, mode, key, body);
        return options.Batches.Enabled && mode != SageMode.Delete
            ? await gathering.WriteAsync(record, cancellation)
            : (await WriteAsync([record], cancellation))[0];
    }

    private async Task<SageAnswers> CallAsync(IReadOnlyList<SageWrite> batch, CancellationToken cancellation)
    {
        // A repeated create answers "exists", a repeated update sets the same, a repeated delete would say "not found".
        var repeatable = batch.All(record => record.Mode != SageMode.Delete);
        var operation = Operation(batch);
        return new SageAnswers(
            await transport.ChangeAsync(operation, $"{Company}/write", SageWriteJson.Write(batch), repeatable, cancellation), operation);
    }

    private static SageWriteResult Good(SageWriteResult result, string operation) =>
        SageOutcomes.FailureOf(result, operation) is { } failure ? throw new FailureException(failure) : result;

    private static string Operation(IReadOnlyList<SageWrite> batch) =>
        batch.Count == 1 ? $"{batch[0].Mode.ToString().ToLowerInvariant()} {batch[0].Object}" : "write records";
}
