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
    private static readonly IReadOnlyDictionary<string, IReadOnlySet<string>> NothingWithheld = new Dictionary<string, IReadOnlySet<string>>();

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
        var kept = page.Rows.Count > 0 ? await WithheldAsync(cancellation) : NothingWithheld;
        return new SourcePage([.. page.Rows.Select(row => RecordOf(row, kept))], page.Next);
    }

    public async Task<SourceRecord?> FindAsync(string key, CancellationToken cancellation) =>
        partner.CodeOf(key) is { } code && await rows.FindAsync(partner.All, Sage300Key.Of(code), cancellation) is { } row
            ? RecordOf(row, await WithheldAsync(cancellation)) : null;

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

    private async Task<IReadOnlyDictionary<string, IReadOnlySet<string>>> WithheldAsync(CancellationToken cancellation) =>
        rows.Withheld is { } withheld && Module == Sage300ToCrmRules.Accounts
            ? await withheld.ByCodeAsync(partner == Partner.Vendor ? AccountKind.Vendor : AccountKind.Customer, cancellation)
            : NothingWithheld;

    private SourceRecord RecordOf(JsonElement row, IReadOnlyDictionary<string, IReadOnlySet<string>> kept)
    {
        var key = partner.KeyOf(row);
        var record = new SourceRecord(key, row) { Skip = SkipOf(row) };
        return Module == Sage300ToCrmRules.Accounts && kept.TryGetValue(partner.CodeOf(key)!, out var fields)
            ? record with { Withheld = fields } : record;
    }
}
