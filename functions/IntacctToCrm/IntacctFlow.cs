using Isthmus.Connectors.Intacct;
using Isthmus.Core.Mapping;
using Isthmus.Core.MasterData;

namespace Isthmus.Functions.IntacctToCrm;

/// <summary>What the flows from Sage Intacct have in common. Where the connection is not set up there is nothing to read with.</summary>
internal abstract class IntacctFlow(
    string name, string objectName, string module, string mapping, Cadence cadence, bool wanted, IntacctReading? reading,
    IntacctFlowOptions options)
    : IMasterFlow
{
    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public string Connection => IntacctOptions.Id;

    /// <inheritdoc/>
    public string Module => module;

    /// <inheritdoc/>
    public string Mapping => mapping;

    /// <inheritdoc/>
    public Cadence Cadence => cadence;

    /// <inheritdoc/>
    public TimeSpan Overlap => options.Overlap;

    /// <inheritdoc/>
    public bool Enabled => wanted && reading is not null;

    protected IntacctFlowOptions Options => options;

    protected IntacctReading Reading => reading ?? throw new InvalidOperationException("The connection sage-intacct is not set up.");

    /// <inheritdoc/>
    public abstract Task<long?> CountAsync(CancellationToken cancellation);

    /// <inheritdoc/>
    public abstract Task<SourcePage> PageAsync(SourceQuery query, CancellationToken cancellation);

    /// <inheritdoc/>
    public abstract Task<SourceRecord?> FindAsync(string key, CancellationToken cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>?> DeletedAsync(DateTimeOffset since, CancellationToken cancellation) =>
        options.Deletions ? Reading.DeletedAsync(objectName, since, cancellation) : Task.FromResult<IReadOnlyList<string>?>(null);

    /// <inheritdoc/>
    public MappingContext ContextOf(SourceRecord record) => MappingContext.Empty;

    /// <inheritdoc/>
    public virtual IReadOnlyList<RecordLink> LinksOf(SourceRecord record) => [];
}
