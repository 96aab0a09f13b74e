using System.Text.Json;
using Isthmus.Connectors.Sage300;
using Isthmus.Core.Mapping;
using Isthmus.Core.MasterData;
using Isthmus.Functions.Steps;

namespace Isthmus.Functions.Sage300ToCrm;

/// <summary>
/// Items become Products, daily, because lines of the CRM's documents must lead to one. One Product that Sage 300 does not have goes
/// with them: for lines whose item is not in the CRM, and for charges.
/// </summary>
internal sealed class ItemsToCrm(Sage300Rows rows) : IMasterFlow
{
    public const string Flow = "sage-300-items";

    /// <summary>The key of the Product that stands for whatever has none.</summary>
    public const string Other = "OTHER";

    private static readonly Sage300Query All = new("IC", "ICItems")
    {
        Select = ["UnformattedItemNumber", "ItemNumber", "Description", "Inactive", "Category", "StockingUnitOfMeasure"],
    };

    private static readonly SourceRecord OtherRecord = new(Other, JsonElement.Parse(
        """{"UnformattedItemNumber":"OTHER","ItemNumber":"OTHER","Description":"Other goods and charges of Sage 300"}"""u8));

    public string Name => Flow;

    public string Connection => Sage300Options.Id;

    public string? Company => rows.Company;

    public string Module => "Products";

    public string Mapping => "sage-300-item-to-crm-product";

    public Cadence Cadence => Cadence.Daily;

    public TimeSpan Overlap => TimeSpan.FromDays(1);

    public bool Enabled => rows.SetUp && (rows.Options.Items || rows.Options.Invoices);

    public async Task<long?> CountAsync(CancellationToken cancellation) =>
        rows.Options.Items ? 1 + await rows.CountAsync(All, cancellation) : 1;

    /// <summary>Items tell no day of their last change that may be relied on: all of them are read.</summary>
    public async Task<SourcePage> PageAsync(SourceQuery query, CancellationToken cancellation)
    {
        if (!rows.Options.Items) return new SourcePage([OtherRecord], null);
        var page = await rows.PageAsync(All, null, query, cancellation);
        var items = page.Rows.Select(row => new SourceRecord(KeyOf(row.NeedText("UnformattedItemNumber", Connection)), row));
        return new SourcePage([.. query.After is null ? items.Prepend(OtherRecord) : items], page.Next);
    }

    public async Task<SourceRecord?> FindAsync(string key, CancellationToken cancellation)
    {
        if (key == Other) return OtherRecord;
        if (!rows.Options.Items || !key.StartsWith("IC-", StringComparison.Ordinal)) return null;
        return await rows.FindAsync(All, Sage300Key.Of(key[3..]), cancellation) is { } row ? new SourceRecord(key, row) : null;
    }

    public MappingContext ContextOf(SourceRecord record) => MappingContext.Empty;

    public IReadOnlyList<RecordLink> LinksOf(SourceRecord record) => [];

    /// <summary>The key of an item's Product. Documents show numbers with separators, the key has none.</summary>
    public static string KeyOf(string number) => "IC-" + string.Concat(number.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
