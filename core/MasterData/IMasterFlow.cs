using Isthmus.Core.Mapping;

namespace Isthmus.Core.MasterData;

/// <summary>
/// Records of one kind that are kept in one system and shown in a module of the CRM: where they come from and what they become.
/// How they get there (hashes, batches, duplicates, counts, failures) is the same for all of them.
/// </summary>
public interface IMasterFlow
{
    /// <summary>What people call it, and its routes: <c>sage-100-customers</c>.</summary>
    string Name { get; }

    /// <summary>The connection that the records come from: <c>sage-100</c>.</summary>
    string Connection { get; }

    /// <summary>
    /// The company that its keys belong to; null, the default, for the one that the connection's settings name
    /// (<c>Company</c> or <c>CompanyId</c>).
    /// </summary>
    string? Company => null;

    /// <summary>The CRM's module, by its API name: <c>Accounts</c>.</summary>
    string Module { get; }

    /// <summary>The mapping document that makes a record of the module of a record of the source.</summary>
    string Mapping { get; }

    /// <summary>How often it looks for changes.</summary>
    Cadence Cadence { get; }

    /// <summary>How far each look goes back behind the checkpoint, because stamps are coarse and clocks differ.</summary>
    TimeSpan Overlap { get; }

    /// <summary>Whether the company wants it and the source's connection is set up.</summary>
    bool Enabled { get; }

    /// <summary>
    /// Whether a day comes for its records from which on they cannot change any more; every night only the others are read. False, the
    /// default, for records that may always change.
    /// </summary>
    bool Settles => false;

    /// <summary>How many records there are in all; null where the source cannot say without reading them.</summary>
    Task<long?> CountAsync(CancellationToken cancellation);

    /// <summary>One page of the records that changed, or of all.</summary>
    Task<SourcePage> PageAsync(SourceQuery query, CancellationToken cancellation);

    /// <summary>The record of a key as it is now; null when there is none any more.</summary>
    Task<SourceRecord?> FindAsync(string key, CancellationToken cancellation);

    /// <summary>
    /// The keys of what its source says it deleted since a moment; null, the default, where it says nothing: then a full reading finds it.
    /// </summary>
    Task<IReadOnlyList<string>?> DeletedAsync(DateTimeOffset since, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<string>?>(null);

    /// <summary>What the mapping is told beside the record.</summary>
    MappingContext ContextOf(SourceRecord record);

    /// <summary>The CRM's records that this one points to.</summary>
    IReadOnlyList<RecordLink> LinksOf(SourceRecord record);
}
