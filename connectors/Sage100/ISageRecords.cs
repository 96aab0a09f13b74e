using System.Text.Json;
using Isthmus.Core.Failures;

namespace Isthmus.Connectors.Sage100;

/// <summary>One record of Sage 100 at a time, over whichever of its surfaces; records look the same over each.</summary>
public interface ISageRecords
{
    /// <summary>For a step that leaves traces before its first call: asks first whether it may call now.</summary>
    /// <exception cref="FailureException">It has to come back: <see cref="Failure.TurnLater"/>.</exception>
    void BeginTurn();

    /// <summary>One record with its lines, as Sage's columns; null when there is none.</summary>
    /// <param name="objectName">The business object.</param>
    /// <param name="key">Its key columns.</param>
    /// <param name="cancellation">Stops the call.</param>
    Task<JsonElement?> ReadAsync(
        string objectName, IReadOnlyDictionary<string, string> key, CancellationToken cancellation = default);

    /// <summary>Creates one record. Written, WrittenWithWarning and Exists come back; every other outcome throws.</summary>
    /// <param name="objectName">The business object.</param>
    /// <param name="key">Its key columns.</param>
    /// <param name="body"><c>{"values":{...},"lines":[...]}</c></param>
    /// <param name="cancellation">Stops the call.</param>
    Task<SageWriteResult> CreateAsync(
        string objectName, IReadOnlyDictionary<string, string> key, ReadOnlyMemory<byte> body,
        CancellationToken cancellation = default);

    /// <summary>Changes the columns named in the body of one record; throws when Sage does not.</summary>
    /// <param name="objectName">The business object.</param>
    /// <param name="key">Its key columns.</param>
    /// <param name="body"><c>{"values":{...},"lines":[...]}</c></param>
    /// <param name="cancellation">Stops the call.</param>
    Task<SageWriteResult> UpdateAsync(
        string objectName, IReadOnlyDictionary<string, string> key, ReadOnlyMemory<byte> body,
        CancellationToken cancellation = default);

    /// <summary>Takes the next document number for good.</summary>
    /// <param name="objectName">The business object.</param>
    /// <param name="cancellation">Stops the call.</param>
    Task<string> NextNumberAsync(string objectName, CancellationToken cancellation = default);
}
