namespace Isthmus.Core.Payloads;

/// <summary>
/// Keeps documents that are too large or too personal for a queue, a table or an orchestration history; those carry the
/// reference.
/// </summary>
public interface IPayloadStore
{
    /// <summary>Stores a document; equal content of a day gives the equal reference. Durable when the task completes.</summary>
    Task<string> PutAsync(ReadOnlyMemory<byte> content, CancellationToken cancellation = default);

    /// <summary>The document behind a reference.</summary>
    /// <exception cref="PayloadMissingException">Nothing is stored under that reference.</exception>
    Task<ReadOnlyMemory<byte>> GetAsync(string reference, CancellationToken cancellation = default);
}

/// <summary>A reference leads nowhere: the document was purged, or the store is another one.</summary>
public sealed class PayloadMissingException(string reference) : Exception(
    $"The stored document '{reference}' is gone. It may be past its retention time; start the flow again from its source record.");
