using System.Text.Json;
using Isthmus.Connectors.Sage100;
using Isthmus.Connectors.Sage100Soap;
using Isthmus.Core.Failures;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.SalesOrders;

/// <summary>Writes one record to Sage under a key of our own, and adopts what an earlier try left.</summary>
public sealed class SageWriter(SageSurfaces surfaces)
{
    /// <summary>Our own key, on every record that we create in Sage.</summary>
    public const string ExternalIdColumn = "UDF_EXTERNAL_ID";

    /// <summary>Creates the record, unless one with our external id is there already under that key.</summary>
    /// <returns>The stored record.</returns>
    /// <exception cref="FailureException">Sage refused, or the key belongs to something else (code <c>key-taken</c>).</exception>
    public async Task<JsonElement> CreateAsync(
        string target, IReadOnlyDictionary<string, string> key, ReadOnlyMemory<byte> body, string externalId)
    {
        var result = await surfaces.Writer(target).CreateAsync(target, key, body, CancellationToken.None);
        var record = result.Record ?? default;
        if (result.Outcome != SageOutcome.Exists) return record;
        if (record.FindText(ExternalIdColumn) == externalId) return record;
        throw new FailureException(new Failure(
            FailureClass.Conflict, SageOptions.Id, $"write {target}", "key-taken",
            $"Sage has {target} {string.Join('/', key.Values)} already, and it is not ours.",
            $"Give that record {ExternalIdColumn} '{externalId}' if it is the same, or renumber it; then resubmit.")
        {
            Field = key.Keys.Last(),
        });
    }
}
