using System.Text.Json;
using Isthmus.Connectors.Sage100;
using Isthmus.Core.Mapping;
using Isthmus.Core.MasterData;

namespace Isthmus.Functions.Sage100ToCrm;

/// <summary>What the flows from Sage 100 have in common: a row is a record.</summary>
internal abstract class SageFlow(SageRows rows) : IMasterFlow
{
    public const string Customers = "sage-100-customers";
    public const string Orders = "sage-100-orders";
    public const string Items = "sage-100-items";

    public abstract string Name { get; }

    public string Connection => SageOptions.Id;

    public abstract string Module { get; }

    public abstract string Mapping { get; }

    public virtual Cadence Cadence => Cadence.QuarterHourly;

    /// <summary>Stamps are written when a record is saved and shown by the host's clock, which differs from ours by minutes.</summary>
    public TimeSpan Overlap => TimeSpan.FromMinutes(5);

    public abstract bool Enabled { get; }

    public virtual bool Settles => false;

    protected SageRows Rows => rows;

    public virtual async Task<long?> CountAsync(CancellationToken cancellation) => await rows.CountAsync(cancellation);

    public virtual async Task<SourcePage> PageAsync(SourceQuery query, CancellationToken cancellation)
    {
        var page = await rows.PageAsync(query, cancellation);
        return new SourcePage([.. page.Rows.Select(RecordOf)], page.Next);
    }

    public abstract Task<SourceRecord?> FindAsync(string key, CancellationToken cancellation);

    public virtual MappingContext ContextOf(SourceRecord record) => MappingContext.Empty;

    public virtual IReadOnlyList<RecordLink> LinksOf(SourceRecord record) => [];

    protected abstract string KeyOf(JsonElement row);

    /// <summary>Why a rule leaves the row where it is; null where it is carried.</summary>
    protected virtual string? SkipOf(JsonElement row) => null;

    protected SourceRecord RecordOf(JsonElement row) => new(KeyOf(row), row) { Skip = SkipOf(row) };
}
