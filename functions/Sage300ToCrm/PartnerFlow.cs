using System.Text.Json;
using Isthmus.Connectors.Sage300;
using Isthmus.Core.AccountMap;
using Isthmus.Core.Mapping;
using Isthmus.Core.MasterData;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.Sage300ToCrm;

/// <summary>What is made of vendors and customers of Sage 300.</summary>
internal abstract class PartnerFlow(Sage300Rows rows, Partner partner) : IMasterFlow
{
    public const string Vendors = "sage-300-vendors";
    public const string Customers = "sage-300-customers";

    public abstract string Name { get; }

    public string Connection => Sage300Options.Id;

    public string? Company => rows.Company;

    public abstract string Module { get; }

    public abstract string Mapping { get; }

    public Cadence Cadence => Cadence.Hourly;

    /// <summary>Changes carry a day of the company's own calendar, which may begin up to half a day after ours.</summary>
    public TimeSpan Overlap => TimeSpan.FromDays(1);

    public bool Enabled => rows.SetUp && Wanted(rows.Options);

    protected Partner Partner => partner;

    protected Sage300ToCrmOptions Options => rows.Options;

    public Task<long?> CountAsync(CancellationToken cancellation) => rows.CountAsync(partner.All, cancellation);

    public async Task<SourcePage> PageAsync(SourceQuery query, CancellationToken cancellation)
    {
        var page = await rows.PageAsync(partner.All, Partner.Stamp, query, cancellation);
        return new SourcePage(await RecordsAsync(page.Rows, cancellation), page.Next);
    }

    public async Task<SourceRecord?> FindAsync(string key, CancellationToken cancellation) =>
        partner.CodeOf(key) is { } code && await rows.FindAsync(partner.All, Sage300Key.Of(code), cancellation) is { } row
            ? (await RecordsAsync([row], cancellation))[0] : null;

    public MappingContext ContextOf(SourceRecord record) => MappingContext.Empty;

    public virtual IReadOnlyList<RecordLink> LinksOf(SourceRecord record) => [];

    protected abstract bool Wanted(Sage300ToCrmOptions options);

    /// <summary>Why a rule leaves it where it is; null where it is carried.</summary>
    protected virtual string? SkipOf(JsonElement row)
    {
        var group = row.FindText("GroupCode");
        if (Options.Groups.Count > 0 && !Options.Groups.Contains(group, StringComparer.OrdinalIgnoreCase))
            return $"group {group} is left out";
        return Options.SkipInactive && row.FindText("Status") == "Inactive" ? "inactive" : null;
    }

    /// <summary>The records of rows, in their order.</summary>
    protected virtual Task<IReadOnlyList<SourceRecord>> RecordsAsync(IReadOnlyList<JsonElement> found, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<SourceRecord>>(
            [.. found.Select(row => new SourceRecord(partner.KeyOf(row), row) { Skip = SkipOf(row) })]);

    /// <summary>The records of rows, as far as the mapping table of accounts lets them go.</summary>
    protected async Task<IReadOnlyList<SourceRecord>> MappedAsync(
        MappedPartners? mapped, AccountKind kind, IReadOnlyList<SourceRecord> records, CancellationToken cancellation) =>
        mapped is null ? records : await mapped.OfAsync(kind, records, record => partner.CodeOf(record.Key)!, cancellation);
}
